import 'server-only'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { findCertificatesOf } from '../db/certificate/certificates'
import { sql } from '../db/client'
import { findLearners } from '../db/course/learners'
import { asLearnerCourse } from './learner-course'

/** The view model of "my learning" of one person. */
export async function myCourses({ target }: Permit<'account:read'>, now: Date) {
  const [learners, certificates] = await Promise.all([
    findLearners(sql(), target.accountId),
    findCertificatesOf(sql(), target.accountId),
  ])
  const courses = await Promise.all(
    learners.map(async (learner) => ({
      ...asLearnerCourse(await loadRelease(learner.releaseId), learner, now),
      learner,
    })),
  )
  return { courses, certificates }
}
