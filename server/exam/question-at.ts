import 'server-only'
import { memoize } from '@/domain/memoize'
import { sql } from '../db/client'
import { findQuestions } from '../db/exam/attempts'

// The questions of an attempt never change, so they are cached and saving an answer needs no query for them.
const drawn = memoize(
  async (attemptId: string) => (await findQuestions(sql(), attemptId)).map(({ questionId }) => questionId),
  { key: (attemptId) => attemptId, limit: 5000 },
)

/** The id of the question at a position (from 1) of an attempt. */
export async function questionAt(attemptId: string, position: number): Promise<string | undefined> {
  return (await drawn(attemptId))[position - 1]
}
