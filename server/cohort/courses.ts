import 'server-only'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { type CohortCourse, type CohortRow, findCourses } from '../db/cohorts'

/** A course of a cohort, with the release that its people read. */
export type LoadedCourse = CohortCourse & { release: LoadedRelease }

/** The courses of a cohort, in order. */
export async function coursesOf({ courses }: Pick<CohortRow, 'courses'>): Promise<LoadedCourse[]> {
  return Promise.all(courses.map(async (course) => ({ ...course, release: await loadRelease(course.releaseId) })))
}

/** The courses of many cohorts by cohort, in order, with one query. A cohort that does not exist has none. */
export async function coursesOfCohorts(cohortIds: readonly string[]): Promise<Map<string, LoadedCourse[]>> {
  const found = await findCourses(sql(), cohortIds)
  const loaded = [...found].map(async ([id, courses]) => [id, await coursesOf({ courses })] as const)
  return new Map(await Promise.all(loaded))
}
