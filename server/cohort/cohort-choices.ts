import 'server-only'
import type { Permit } from '../auth/permit'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { findRoleHolders, type RoleRow } from '../db/auth/roles'
import { db, sql } from '../db/client'
import { type CohortRow, findBegunCourses } from '../db/cohort/cohorts'
import { coursesOf } from './courses'

export type CohortChoices = { catalogue: readonly ChoosableCourse[]; tutors: readonly RoleRow[] }
/** A course that a cohort may have. `begun`: its people have begun it, so it stays. */
type ChoosableCourse = ReturnType<typeof courseOf> & { begun: boolean }

/**
 * The options for a cohort of an institution: the courses with an exam or with enrolment, and the tutors of the
 * institution. A course that the cohort has is described by the release that its people read.
 */
export async function cohortChoices(
  { target }: Permit<'cohort:create'> | Permit<'cohort:change'>,
  cohort: CohortRow | null,
): Promise<CohortChoices> {
  const [current, holders, own, begun] = await Promise.all([
    currentReleases(),
    findRoleHolders(db(), target.institutionId),
    cohort ? coursesOf(cohort) : [],
    cohort ? findBegunCourses(sql(), cohort.id) : ([] as string[]),
  ])
  const offered = current.filter(({ course }) => course.file.access !== 'public')
  const others = offered.filter(({ courseId }) => !own.some((course) => course.courseId === courseId))
  return {
    catalogue: [...own.map(({ release }) => release), ...others].map((release) => ({
      ...courseOf(release),
      begun: begun.includes(release.courseId),
    })),
    tutors: holders.filter(({ role }) => role === 'tutor'),
  }
}

function courseOf({ courseId, course }: LoadedRelease) {
  const lessons = course.lessons.map(({ file }) => ({ id: file.id, title: file.title }))
  return { courseId, title: course.file.title, lessons, hasExam: course.exam !== null }
}
