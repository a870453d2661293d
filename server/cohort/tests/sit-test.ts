import 'server-only'
import { AppError } from '@/domain/errors'
import type { Answer } from '@/domain/question/answer'
import { readFinalAnswer } from '@/domain/question/read-answer'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import {
  closeSitting,
  insertSitting,
  saveTestAnswer as keepAnswer,
  type SittingRow,
} from '../../db/cohort/cohort-tests'
import type { Test, TestQuestion } from './test-of'

type Availability = { status: 'open' } | { status: 'handed-in'; at: Date } | { status: 'closed'; why: string }
/** A test of a cohort or of a seminar, as one person meets it. */
export type SatTest<State extends Availability = Availability> = {
  questions: readonly TestQuestion[]
  availability: State
  /** Null before the person begins. */
  sitting: SittingRow | null
}

/** Begins the test, or returns to it. @throws {AppError} already-handed-in, conflict if it is closed to her */
export async function startTest({ actor }: Permit<'test:sit'>, test: Test, now: Date): Promise<void> {
  requireOpenTest(test)
  await insertSitting(
    db(),
    { cohortId: test.cohort.id, courseId: test.cohort.courseId, accountId: actor.accountId, form: test.form },
    now,
  )
}

/**
 * Saves one answer of a test under way; null removes it.
 *
 * @param position from 1.
 * @throws {AppError} invalid-input if the answer does not fit, not-found, already-handed-in, conflict
 */
export async function saveTestAnswer(
  { actor }: Permit<'test:sit'>,
  test: SatTest,
  { position, answer }: { position: number; answer: Answer | null },
  now: Date,
): Promise<void> {
  requireOpenTest(test)
  const question = test.questions[position - 1]
  if (!question || !test.sitting) throw new AppError('not-found', 'question of a test')
  const read = answer && readFinalAnswer(question.key, answer)
  if (answer && !read) throw new AppError('invalid-input', 'answer does not fit')
  const where = { sittingId: test.sitting.id, accountId: actor.accountId, position }
  if (!(await keepAnswer(sql(), where, read, now))) throw new AppError('already-handed-in')
}

/** Hands the test in. Idempotent, also from two tabs at once. @throws {AppError} not-found, conflict */
export async function handInTest({ actor }: Permit<'test:sit'>, test: SatTest, now: Date): Promise<void> {
  if (test.availability.status === 'handed-in') return
  requireOpenTest(test)
  if (!test.sitting) throw new AppError('not-found', 'test not begun')
  await closeSitting(db(), test.sitting.id, actor.accountId, now)
}

function requireOpenTest({ availability }: SatTest): void {
  if (availability.status === 'handed-in') throw new AppError('already-handed-in')
  if (availability.status === 'closed') throw new AppError('conflict', `test closed: ${availability.why}`)
}
