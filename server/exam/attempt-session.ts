import 'server-only'
import { AppError } from '@/domain/errors'
import type { QuestionKey } from '@/domain/question/question'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import type { AttemptRow, Learner } from '../db/course/learners'
import { findQuestions, type QuestionRow } from '../db/exam/attempts'

export type SessionQuestion = QuestionRow & { key: QuestionKey }
export type AttemptSession = { attempt: AttemptRow; release: LoadedRelease; questions: readonly SessionQuestion[] }

/**
 * An attempt with its questions and their keys, so it must stay on the server.
 *
 * @param rows the questions, if they were read before.
 * @throws {AppError} not-found
 */
export async function readAttempt(
  _: Permit<'exam:sit'>,
  attempt: AttemptRow,
  rows: QuestionRow[] | Promise<QuestionRow[]> = findQuestions(sql(), attempt.id),
): Promise<AttemptSession> {
  const [release, drawn] = await Promise.all([loadRelease(attempt.releaseId), rows])
  if (!release) throw new AppError('not-found', 'release')
  const questions = drawn.map((row) => {
    const key = release.questions.get(row.questionId)
    if (!key) throw new Error(`question ${row.questionId} is not in release ${release.number}`)
    return { ...row, key }
  })
  return { attempt, release, questions }
}

/**
 * The attempt under way of the caller; null if there is none or the caller is not a learner. It takes one cheap query,
 * since it is called for each question.
 *
 * @throws {AppError} unconfirmed
 */
export async function attemptUnderWay(
  caller: Caller,
  courseId: string,
): Promise<(AttemptSession & { clockMs: number }) | null> {
  const { session, attempt, questions, clockMs } = await caller.examineeIn({
    courseId,
    attemptId: null,
    withQuestions: true,
  })
  if (!session || !attempt || !questions) return null
  const permit = await requirePermission(caller, 'exam:sit', { courseId, learnerId: session.accountId })
  return { ...(await readAttempt(permit, attempt, questions)), clockMs }
}

export function openAttempt(learner: Learner): AttemptRow | null {
  return learner.attempts.find((attempt) => attempt.handedInAt === null) ?? null
}
