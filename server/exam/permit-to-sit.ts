import 'server-only'
import { AppError } from '@/domain/errors'
import type { Caller } from '../auth/caller'
import { type Permit, requirePermission } from '../auth/permit'
import { learnerCourse } from '../course/learner-course'
import type { Learner } from '../db/course/learners'

/**
 * The caller as a learner of a course, with the permit to sit its exam.
 *
 * @throws {AppError} not-found, sign-in-required, unconfirmed; forbidden without an enrolment
 */
export async function permitToSit(
  caller: Caller,
  courseId: string,
  now: Date,
): Promise<{ permit: Permit<'exam:sit'>; learner: Learner }> {
  const { learner } = await learnerCourse(caller, courseId, now)
  const permit = await requirePermission(caller, 'exam:sit', { courseId, learnerId: learner?.accountId ?? null })
  if (!learner) throw new AppError('forbidden', 'not enrolled')
  return { permit, learner }
}
