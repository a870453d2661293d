import 'server-only'
import { assembleCourse } from '@/domain/course/assemble-course'
import { type ChangeMark, type FoundChange, findChanges, marksToFill, weighChanges } from '@/domain/course/changes'
import { demandedSignOff } from '@/domain/course/checks/demanded-sign-off'
import { error, type Finding } from '@/domain/course/checks/finding'
import { undeclaredLaw } from '@/domain/course/checks/law-changes'
import { type CourseSource, placeIn } from '@/domain/course/checks/source'
import { bringsCorrection, type Difference, shapeOf, whyNoCorrection } from '@/domain/course/correction'
import { type Course, courseSchema } from '@/domain/course/course'
import { formsWithChangedUse } from '@/domain/course/reserved-for-retention'
import type { Library } from '@/domain/library/library'
import { db, sql } from '../db/client'
import {
  findNewestRelease,
  insertRelease,
  listReleaseShapes,
  type NewRelease,
  type ReleaseRef,
} from '../db/course/releases'
import { checkedCourses, errorsIn } from './check-content'
import { contentHash } from './content-hash'
import { comparedCourse, hashOfQuestion, withPassages } from './passages'
import { hashOfSources, notePublishedSources } from './published-sources'
import { listCourses } from './read-course'
import { readLibrary } from './read-library'
import { forgetNewestReleases, loadRelease } from './releases'

/** An earlier release. `why` is null if learners of that release now read the new one. */
export type Reached = { number: number; why: Difference | null }
type Outcome =
  | { status: 'unchanged'; number: number }
  /** `reach`: empty if the release is not a correction. */
  | { status: 'published'; number: number; reach: readonly Reached[] }
  /** It is a correction, and these changes have no mark that weighs them. */
  | { status: 'unmarked'; unmarked: readonly FoundChange[] }
export type Publication = { courseId: string; findings: readonly Finding[] } & (
  | Exclude<Outcome, { status: 'unmarked' }>
  | { status: 'refused' }
)

/** Publishes the courses whose content has changed. A course with errors keeps its last release without errors. */
export async function publishChanged(
  root: string,
  courseIds: readonly string[] = listCourses(root),
): Promise<Publication[]> {
  const sources = hashOfSources(root)
  const { library, findings } = readLibrary(root)
  const publications: Publication[] = []
  for (const checked of checkedCourses(root, courseIds, library)) {
    const courseId = checked.course.path.replace('courses/', '')
    // A release contains the entries of the library that it cites, so errors in the library count as errors of the
    // course.
    const all = [...findings, ...checked.findings, ...demandedSignOff(checked.course)]
    const readable = errorsIn(all).length === 0 ? assembleCourse(checked.course, library) : null
    if (readable) all.push(...(await faultsBesideNewest(checked.course, readable, library)))
    const outcome =
      readable === null || errorsIn(all).length > 0
        ? null
        : await publishCourse(readable, checked.course.changes.value ?? [])
    if (outcome?.status === 'unmarked') all.push(unmarkedFinding(checked.course, outcome.unmarked))
    publications.push(
      outcome === null || outcome.status === 'unmarked'
        ? { courseId, status: 'refused', findings: all }
        : { courseId, ...outcome, findings: all },
    )
  }
  const published = new Set(publications.flatMap((course) => (course.status === 'refused' ? [] : course.courseId)))
  if (listCourses(root).every((courseId) => published.has(courseId))) await notePublishedSources(db(), sources)
  forgetNewestReleases()
  return publications
}

/** Findings on changes since the newest release that are forbidden or must be declared. */
async function faultsBesideNewest(source: CourseSource, course: Course, library: Library): Promise<Finding[]> {
  const newest = await findNewestRelease(db(), course.file.id)
  if (!newest) return []
  const before = (await loadRelease(newest.id)).course
  const onLaw = undeclaredLaw(source, before, library).map((found) => ({ ...found, check: 'law-changes' }))
  return [...secondFormFaults(source, course, before), ...onLaw]
}

/**
 * The second forms that the newest release uses for the other purpose, study or measurement. Reviews under way would
 * otherwise ask the questions of the next measurement, or reveal questions with which other cohorts are still measured.
 */
function secondFormFaults({ second }: CourseSource, course: Course, before: Course): Finding[] {
  const moved = new Set(formsWithChangedUse(course, before))
  return second.flatMap((form) =>
    moved.has(form.id)
      ? {
          ...error(
            placeIn(form, 'measures'),
            `the published edition ${form.measures ? 'asks' : 'measures with'} ${form.id}: ${form.measures ? 'let a new question measure' : 'let it have “measures: true”, or take it away'}`,
          ),
          check: 'measuring-forms',
        }
      : [],
  )
}

function unmarkedFinding({ changes }: CourseSource, unmarked: readonly FoundChange[]): Finding {
  const place = { path: changes.path, line: Math.max(1, ...Object.values(changes.lines)) }
  const message = `this correction changes texts that learners may have read: say of each what it means, in ${changes.path}\n${marksToFill(unmarked)}\n`
  return { ...error(place, message), check: 'changes' }
}

/**
 * Stores a course as a release, unless the newest release has the same content.
 *
 * @param marks the weights of its changes, as far as they were declared. A correction with an unmarked change is not
 * stored. A release that is not a correction needs no marks: learners of earlier releases stay with theirs.
 */
export async function publishCourse(assembled: Course, marks: readonly ChangeMark[] = []): Promise<Outcome> {
  const course = courseSchema.parse(assembled)
  const hash = contentHash(authored(course))
  const courseId = course.file.id
  for (;;) {
    const newest = await findNewestRelease(db(), courseId)
    if (newest?.contentHash === hash) return { status: 'unchanged', number: newest.number }
    const number = (newest?.number ?? 0) + 1
    const reach = await reachOf(course)
    const corrects = reach.flatMap(({ id, why }) => (why === null ? id : []))
    const { weighed, unmarked } = await changesSince(newest, course, marks)
    if (corrects.length > 0 && unmarked.length > 0) return { status: 'unmarked', unmarked }
    const words = unmarked.map(({ hash: _, ...change }) => ({ ...change, weight: 'editorial' as const }))
    const changes = newest && { correction: corrects.length > 0, items: [...weighed, ...words] }
    const tellsLaw = newest !== null && (await bringsLawChange(newest, course))
    if (await insertRelease(db(), { ...releaseOf(course, number, hash), changes, tellsLaw }, corrects)) {
      return { status: 'published', number, reach: reach.map(({ number: earlier, why }) => ({ number: earlier, why })) }
    }
    // Another process took the number in between. Compare with the new newest release.
  }
}

/** Whether it declares a change of law that the newest release did not. Holders of certificates are told of it. */
async function bringsLawChange(newest: ReleaseRef, { lawChanges = [] }: Course): Promise<boolean> {
  if (lawChanges.length === 0) return false
  const known = (await loadRelease(newest.id)).course.lawChanges ?? []
  return lawChanges.some(({ changed, lawDate }) => changed.length > 0 && known.every((one) => one.lawDate !== lawDate))
}

/** The changes of a course since the newest release: those with a weight, and those without a mark. */
async function changesSince(newest: ReleaseRef | null, course: Course, marks: readonly ChangeMark[]) {
  if (!newest) return { weighed: [], unmarked: [] }
  const before = comparedCourse((await loadRelease(newest.id)).course)
  return weighChanges(findChanges(before, comparedCourse(course), hashOfQuestion), marks)
}

/**
 * The earlier releases that a course corrects, and those that it cannot correct, with the reason. Empty if the course
 * declares no correction.
 */
async function reachOf(course: Course) {
  if (!course.file.corrections) return []
  const earlier = await listReleaseShapes(sql(), course.file.id)
  const [newest] = earlier
  if (!newest || !bringsCorrection(course.file, newest.corrections)) return []
  return earlier.map((release) => ({ ...release, why: whyNoCorrection(release, shapeOf(course)) }))
}

/** The course without data that was derived from it: a better parser or count must not cause a new release. */
function authored({ citedByQuestion: _, file, ...course }: Course) {
  return {
    ...course,
    file: { ...file, certificate: file.certificate && { ...file.certificate, hours: null } },
    lessons: course.lessons.map(({ texts: __, passages: ___, ...lesson }) => ({
      ...lesson,
      file: { ...lesson.file, minutes: null },
    })),
  }
}

function releaseOf(course: Course, number: number, hash: string): Omit<NewRelease, 'changes' | 'tellsLaw'> {
  const { id, lawDate, languages } = course.file
  return {
    courseId: id,
    number,
    contentHash: hash,
    lawDate: new Date(lawDate),
    languages,
    content: withPassages(course),
  }
}
