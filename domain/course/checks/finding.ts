import type { Library } from '../../library/library'
import type { CourseSource, LibrarySource, Place, TextRun } from './source'

export type Severity = 'error' | 'warning'

/** Something that an author should see: where it is and what to do. An error prevents publication. */
export type Finding = Place & { severity: Severity; check: string; message: string }

/** What a check returns; the registry adds the check's name. */
export type Found = Omit<Finding, 'check'>

export type CourseCheck = (course: CourseSource, library: Library) => readonly Found[]
/** A check that needs all courses at once. */
export type CoursesCheck = (courses: readonly CourseSource[], library: Library) => readonly Found[]
export type LibraryCheck = (source: LibrarySource, library: Library) => readonly Found[]
/** A check on the words of courses and library alike. */
export type TextCheck = (texts: readonly TextRun[], library: Library) => readonly Found[]

export function error({ path, line }: Place, message: string): Found {
  return { path, line, severity: 'error', message }
}

export function warning({ path, line }: Place, message: string): Found {
  return { path, line, severity: 'warning', message }
}
