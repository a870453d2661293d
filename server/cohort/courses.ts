import 'server-only'
import { AppError } from '@/domain/errors'
import { type Localized, nameAll } from '@/domain/locale'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { type CohortCourse, type CohortInCourse, type CohortRow, findCourses } from '../db/cohort/cohorts'

/** A course of a cohort, with the release that its people read. */
export type LoadedCourse = CohortCourse & { release: LoadedRelease }
type Courses = Pick<CohortRow, 'courses'>

/** The courses of a cohort, in order. */
export async function coursesOf({ courses }: Courses): Promise<LoadedCourse[]> {
  return Promise.all(courses.map(async (course) => ({ ...course, release: await loadRelease(course.releaseId) })))
}

/** The courses of many cohorts by cohort, in order, with one query. A cohort that does not exist has none. */
export async function coursesOfCohorts(cohortIds: readonly string[]): Promise<Map<string, LoadedCourse[]>> {
  const found = await findCourses(sql(), cohortIds)
  const loaded = [...found].map(async ([id, courses]) => [id, await coursesOf({ courses })] as const)
  return new Map(await Promise.all(loaded))
}

/** The courses of a cohort as one title: that of its course, or those of all. */
export async function titleOf(cohort: Courses): Promise<Localized> {
  return nameAll((await coursesOf(cohort)).map(({ release }) => release.course.file.title))
}

/** The cohort in one of its courses, by default the first. @throws {AppError} not-found if it does not have that one */
export function inCourse(cohort: CohortRow, courseId?: string | null): CohortInCourse {
  const course = courseId ? cohort.courses.find((one) => one.courseId === courseId) : cohort.courses[0]
  if (!course) throw new AppError('not-found', 'course of a cohort')
  return { ...cohort, ...course }
}

/**
 * The path where a person begins who joined the cohort, without the language: its course, or the list of its courses.
 */
export function startPath(cohort: Courses): string {
  const [first, ...others] = cohort.courses
  return first && others.length === 0 ? `/courses/${first.courseId}` : '/learning'
}

/** The cohort in each of its courses, in order. */
export function inEachCourse(cohort: CohortRow): CohortInCourse[] {
  return cohort.courses.map((course) => ({ ...cohort, ...course }))
}

/** Whether a course has an exam. */
export const hasExam = ({ release }: LoadedCourse): boolean => release.course.exam !== null
