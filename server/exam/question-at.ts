import 'server-only'
import { BoundedMap } from '../bounded-map'
import { findQuestions } from '../db/attempts'
import { db } from '../db/client'

// What an attempt drew never changes: no query for it at each answer.
const drawn = new BoundedMap<string, readonly string[]>(5000)

/** The id of the question at a position (from 1) of an attempt. */
export async function questionAt(attemptId: string, position: number): Promise<string | undefined> {
  const ids =
    drawn.get(attemptId) ??
    drawn.set(
      attemptId,
      (await findQuestions(db(), attemptId)).map((q) => q.questionId),
    )
  return ids[position - 1]
}
