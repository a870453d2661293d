import type { Brief } from './brief'
import type { Library } from './library'

/** The briefs whose subject one of the lessons of a course teaches. */
export function briefsOfCourse({ briefs }: Pick<Library, 'briefs'>, course: string): Brief[] {
  return Object.values(briefs).filter(({ lessons }) => lessons.some((lesson) => lesson.startsWith(`${course}/`)))
}
