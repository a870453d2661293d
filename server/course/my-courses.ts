import 'server-only'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { findCertificatesOf } from '../db/certificates'
import { sql } from '../db/client'
import { findLearners } from '../db/learners'
import { asLearnerCourse } from './learner-course'

/** The courses in which a person is enrolled, in the order of enrolment, and how far she is. */
export async function enrolledCourses({ target }: Permit<'account:read'>, now: Date) {
  const learners = await findLearners(sql(), target.accountId)
  return Promise.all(
    learners.map(async (learner) => ({
      ...asLearnerCourse(await loadRelease(learner.releaseId), learner, now),
      learner,
    })),
  )
}

/** The view model of "my learning" of one person. */
export async function myCourses(permit: Permit<'account:read'>, now: Date) {
  const [courses, certificates] = await Promise.all([
    enrolledCourses(permit, now),
    findCertificatesOf(sql(), permit.target.accountId),
  ])
  return { courses, certificates }
}
