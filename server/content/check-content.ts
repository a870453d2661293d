import 'server-only'
import { checkCourse, checkCourses, sortFindings } from '@/domain/course/checks/all-checks'
import { type CitedLaw, countCitedLaw } from '@/domain/course/checks/count-cited-law'
import { type CourseCounts, countCourse } from '@/domain/course/checks/count-course'
import { countReviewed, type ReviewCounts } from '@/domain/course/checks/count-reviewed'
import { demandedSignOff } from '@/domain/course/checks/demanded-sign-off'
import type { Finding } from '@/domain/course/checks/finding'
import type { CourseSource } from '@/domain/course/checks/source'
import type { Library } from '@/domain/library/library'
import { memoizePerObject } from '@/domain/memoize'
import type { Root } from './disk'
import { listCourses, readCourse } from './read-course'
import { readLibrary } from './read-library'

export type CheckedCourse = { course: CourseSource; library: Library; findings: readonly Finding[] }
export type ContentReport = {
  findings: readonly Finding[]
  /** The texts that a course requires to be signed, and that are not. */
  unsigned: readonly Finding[]
  courses: CourseCounts[]
  library: Record<
    | 'provisions'
    | 'decisions'
    | 'terms'
    | 'indicators'
    | 'checklists'
    | 'models'
    | 'briefs'
    | 'referral'
    | 'figures'
    | 'profiles'
    | 'rules',
    number
  >
  citedLaw: CitedLaw
  /** The reviews of the entries of the library. */
  libraryReview: ReviewCounts
}

/** Reads and checks the library and every course. */
export function checkContent(root: Root): ContentReport {
  const { library, source, findings } = readLibrary(root)
  const courses = checkedCourses(root, listCourses(root), library)
  return {
    findings: sortFindings([...findings, ...courses.flatMap((course) => course.findings)]),
    unsigned: sortFindings(courses.flatMap(({ course }) => demandedSignOff(course))),
    courses: courses.map(({ course }) => countCourse(course)),
    library: {
      provisions: Object.keys(library.provisions).length,
      decisions: Object.keys(library.decisions).length,
      terms: Object.keys(library.terms).length,
      indicators: Object.values(library.indicators).reduce((sum, { indicators }) => sum + indicators.length, 0),
      checklists: Object.keys(library.checklists).length + Object.keys(library.procedureChecklists).length,
      models: Object.keys(library.models).length,
      briefs: Object.keys(library.briefs).length,
      referral: Object.keys(library.referral).length,
      figures: Object.keys(library.figures).length,
      profiles: library.pathway.profiles.length,
      rules: library.pathway.rules.length + library.pathway.orders.length,
    },
    citedLaw: countCitedLaw(
      courses.map(({ course }) => course),
      source,
      library.provisions,
    ),
    libraryReview: countReviewed(Object.values(library.reviews).flatMap((entries) => Object.values(entries))),
  }
}

/**
 * Checks the requested courses, but against all courses: a problem that spans several of them is reported for these.
 */
export function checkedCourses(root: Root, courseIds: readonly string[], library: Library): CheckedCourse[] {
  const others = listCourses(root).filter((id) => !courseIds.includes(id))
  const checked = courseIds.map((id) => checkedCourse(root, id, library))
  const courses = [...others.map((id) => readCourse(root, id).course), ...checked.map(({ course }) => course)]
  const together = checkCourses(courses, library)
  return checked.map(({ course, findings }) => {
    const own = together.filter(({ path }) => path.startsWith(`${course.path}/`))
    return { course, library, findings: sortFindings([...findings, ...own]) }
  })
}

/** Checks one course by itself. */
export function checkedCourse(root: Root, courseId: string, library: Library): CheckedCourse {
  const { course, findings } = readCourse(root, courseId)
  return { course, library, findings: sortFindings([...findings, ...ownFindings(course)(library)]) }
}

const ownFindings = memoizePerObject((course: CourseSource) =>
  memoizePerObject((library: Library) => checkCourse(course, library)),
)

export function errorsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error')
}

/** One line for the terminal: `courses/x/ar.md:12 error what to do (name-of-check)`. */
export function describeFinding({ path, line, severity, message, check }: Finding): string {
  return `${path}:${line}  ${severity}  ${message}  (${check})`
}
