import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { currentRelease } from '../content/releases'
import { sql } from '../db/client'
import { findLearner, insertEnrolment, type Learner } from '../db/course/learners'

/**
 * Enrols a person in the newest release. If she is enrolled already, her enrolment stays. @throws {AppError} not-found
 */
export async function enrol({ actor, target }: Permit<'course:enrol'>): Promise<Learner> {
  const release = await currentRelease(target.courseId)
  if (!release) throw new AppError('not-found', `course ${target.courseId}`)
  await insertEnrolment(sql(), actor.accountId, target.courseId, release.id)
  const learner = await findLearner(sql(), actor.accountId, target.courseId)
  if (!learner) throw new AppError('not-found', 'enrolment')
  return learner
}
