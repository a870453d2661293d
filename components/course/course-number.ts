import type { Release } from './course-reading'

/** The number of a course in the catalogue, and how many courses everybody with an account may take. */
export type CourseNumber = { n: number; total: number }

/**
 * The courses that everybody with an account may take are counted first, so that no course is "5 of 4".
 *
 * @param releases every published course in the order of the catalogue; it contains `courseId`.
 */
export function courseNumber(
  releases: readonly Pick<Release, 'courseId' | 'course'>[],
  courseId: string,
): CourseNumber {
  const [open, others] = [releases.filter(isOpen), releases.filter((release) => !isOpen(release))]
  const place = [...open, ...others].findIndex((release) => release.courseId === courseId)
  return { n: place + 1, total: open.length }
}

const isOpen = ({ course }: Pick<Release, 'course'>) => course.file.access === 'open'
