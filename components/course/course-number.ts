import type { Release } from './course-reading'

/** The number of a course in the catalogue, and how many courses everybody with an account may take. */
export type CourseNumber = { n: number; total: number }

/**
 * @param releases every published course in the order of the catalogue; it contains `courseId`.
 */
export function courseNumber(
  releases: readonly Pick<Release, 'courseId' | 'course'>[],
  courseId: string,
): CourseNumber {
  return {
    n: releases.findIndex((release) => release.courseId === courseId) + 1,
    total: releases.filter(({ course }) => course.file.access === 'open').length,
  }
}
