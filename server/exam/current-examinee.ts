import 'server-only'
import { AppError } from '@/domain/errors'
import type { Caller } from '../auth/caller'
import { requirePermission } from '../auth/permit'
import { courseOf } from '../course/learner-course'

/**
 * The caller as an examinee of a course, with the questions of her attempt under way, in one query, and the permit to
 * sit the exam.
 *
 * @throws {AppError} not-found, sign-in-required, unconfirmed; forbidden without an enrolment
 */
export async function currentExaminee(caller: Caller, courseId: string, now: Date) {
  const { session, learner, questions } = await caller.learnerIn({ courseId, withQuestions: true })
  const course = await courseOf(learner, courseId, now)
  const permit = await requirePermission(caller, 'exam:sit', { courseId, learnerId: learner?.accountId ?? null })
  if (!session || !learner) throw new AppError('forbidden', 'not enrolled')
  const { nameArabic, nameLatin } = session
  return { ...course, learner, permit, person: { nameArabic, nameLatin }, openQuestions: questions }
}
export type CurrentExaminee = Awaited<ReturnType<typeof currentExaminee>>
