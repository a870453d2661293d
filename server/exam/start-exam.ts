import 'server-only'
import { examRuleOf } from '@/domain/course/graded'
import { AppError, type ErrorCode } from '@/domain/errors'
import { drawExam } from '@/domain/exam/draw-exam'
import type { ExamAvailability } from '@/domain/exam/exam-availability'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { asLearnerCourse } from '../course/learner-course'
import { inTransaction, sql } from '../db/client'
import type { Learner } from '../db/course/learners'
import { findBankState, lockBank } from '../db/editorial/bank-openings'
import { findSeenQuestions, insertAttempt } from '../db/exam/attempts'
import { secureRandom } from '../random'

const REFUSALS: Partial<Record<ExamAvailability['status'], ErrorCode>> = {
  none: 'not-found',
  locked: 'exam-locked',
  'not-yet': 'exam-not-yet',
  'cooling-down': 'exam-cooling-down',
  exhausted: 'no-attempts-left',
  passed: 'already-handed-in',
}

/**
 * Opens the next attempt, or returns to the one under way. Idempotent: if another request has opened an attempt with
 * the same number in the meantime, that one counts. A person who opened the bank as a reviewer is refused.
 *
 * @throws {AppError} not-found, exam-locked, exam-not-yet, exam-cooling-down, no-attempts-left, already-handed-in,
 * bank-opened
 */
export async function startExam(_: Permit<'exam:sit'>, learner: Learner, now: Date): Promise<void> {
  const { enrolmentId, releaseId, attempts } = learner
  const release = await loadRelease(releaseId)
  const { availability } = asLearnerCourse(release, learner, now)
  if (availability.status === 'under-way') return
  const refusal = REFUSALS[availability.status]
  if (refusal) throw new AppError(refusal, `exam ${availability.status}`)

  const seen = await findSeenQuestions(sql(), enrolmentId)
  const drawn = drawExam(release.course.bank, examRuleOf(release.course), seen, secureRandom)
  const number = Math.max(0, ...attempts.map((attempt) => attempt.number)) + 1
  await inTransaction(async (tx) => {
    await lockBank(tx, learner.accountId, release.courseId)
    const { openedAt } = await findBankState(tx, learner.accountId, release.courseId)
    if (openedAt !== null) throw new AppError('bank-opened', 'reviewer of the bank')
    await insertAttempt(tx, { enrolmentId, releaseId, number }, drawn)
  })
}
