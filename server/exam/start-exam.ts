import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import { drawExam } from '@/domain/exam/draw-exam'
import type { ExamStanding } from '@/domain/exam/exam-standing'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { asLearnerCourse } from '../course/learner-course'
import { findSeenQuestions, insertAttempt } from '../db/attempts'
import { db } from '../db/client'
import { findLearner, lockEnrolment } from '../db/learners'
import { secureRandom } from '../random'

const REFUSALS: Partial<Record<ExamStanding['status'], ErrorCode>> = {
  locked: 'exam-locked',
  'cooling-down': 'exam-cooling-down',
  exhausted: 'no-attempts-left',
  passed: 'already-handed-in',
}

/**
 * Opens the next attempt, or returns to the one under way: twenty taps make one attempt.
 *
 * @throws {AppError} not-found, exam-locked, exam-cooling-down, no-attempts-left, already-handed-in
 */
export async function startExam({ actor, target }: Permit<'exam:sit'>, now: Date): Promise<void> {
  const before = await findLearner(db(), actor.accountId, target.courseId)
  if (!before) throw new AppError('not-found', 'not enrolled')
  const release = await loadRelease(before.releaseId)
  if (!release) throw new AppError('not-found', 'release')

  await db().$transaction(async (tx) => {
    await lockEnrolment(tx, before.enrolmentId)
    const learner = await findLearner(tx, actor.accountId, target.courseId)
    const { standing } = asLearnerCourse(release, learner, now)
    if (standing.status === 'under-way') return
    const refusal = REFUSALS[standing.status]
    if (refusal || !learner) throw new AppError(refusal ?? 'not-found', `exam ${standing.status}`)

    const seen = await findSeenQuestions(tx, learner.enrolmentId)
    const drawn = drawExam(release.course.bank, release.course.exam, seen, secureRandom)
    const { enrolmentId, releaseId } = learner
    const number = Math.max(0, ...learner.attempts.map((attempt) => attempt.number)) + 1
    await insertAttempt(tx, { enrolmentId, releaseId, number, startedAt: now }, drawn)
  })
}
