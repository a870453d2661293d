import type { Library } from '../../library/library'
import type { CourseSource, LibrarySource, Place, TextRun } from './source'

export type Severity = 'error' | 'warning'

/** What a finding is about, for a page that says it in another language than `message`. */
export type About = {
  /** The author's own words at which it points. */
  words?: string
  /** What to write in their place. */
  instead?: string
  /** The targets of references that are missing: `cite cp-448-1#2`. */
  pointers?: readonly string[]
}

/** Something that an author should see: where it is and what to do. An error prevents publication. */
export type Finding = Place & { severity: Severity; check: string; message: string; about?: About | undefined }

/** What a check returns; the registry adds the check's name. */
export type Found = Omit<Finding, 'check'>

export type CourseCheck = (course: CourseSource, library: Library) => readonly Found[]
/** A check that needs all courses at once. */
export type CoursesCheck = (courses: readonly CourseSource[], library: Library) => readonly Found[]
export type LibraryCheck = (source: LibrarySource, library: Library) => readonly Found[]
/** A check on the words of courses and library alike. */
export type TextCheck = (texts: readonly TextRun[], library: Library) => readonly Found[]

export function error({ path, line }: Place, message: string, about?: About): Found {
  return { path, line, severity: 'error', message, ...(about && { about }) }
}

export function warning({ path, line }: Place, message: string): Found {
  return { path, line, severity: 'warning', message }
}
