import 'server-only'
import { AppError } from '@/domain/errors'
import type { SavedAnswer } from '@/domain/exam/save-answer'
import { readAnswer } from '@/domain/question/read-answer'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { sql } from '../db/client'
import type { AttemptRow } from '../db/course/learners'
import { saveQuestion } from '../db/exam/attempts'
import { questionAt } from './question-at'

/**
 * Saves one answer of the attempt under way. `stale`: another device has saved a newer one in the meantime.
 *
 * @throws {AppError} invalid-input if the answer does not fit the question, already-handed-in, not-found
 */
export async function saveAnswer(
  { actor }: Permit<'exam:sit'>,
  attempt: AttemptRow,
  saved: SavedAnswer,
): Promise<'saved' | 'stale'> {
  const release = await loadRelease(attempt.releaseId)
  const questionId = release && (await questionAt(attempt.id, saved.position))
  const question = questionId ? release?.questions.get(questionId) : undefined
  if (!question) throw new AppError('not-found', 'question')
  const answer = saved.answer ? readAnswer(question, saved.answer) : saved.answer
  if (saved.answer && !answer) throw new AppError('invalid-input', 'answer does not fit')

  const where = { attemptId: attempt.id, accountId: actor.accountId, position: saved.position }
  const change = { answer, certainty: saved.certainty, flagged: saved.flagged }
  const outcome = await saveQuestion(sql(), where, change, saved)
  if (outcome === 'closed') throw new AppError('already-handed-in')
  return outcome
}
