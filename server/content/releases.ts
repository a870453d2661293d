import 'server-only'
import { type Course, courseSchema, type Lesson } from '@/domain/course/course'
import { AppError } from '@/domain/errors'
import { memoize } from '@/domain/memoize'
import type { QuestionKey } from '@/domain/question/question'
import { db } from '../db/client'
import { findRelease, listNewestReleases, type ReleaseRef } from '../db/course/releases'
import { onceInProcess } from '../once-in-process'

/** A release in memory, with its indexes. It never changes, so it is parsed and indexed once. */
export type LoadedRelease = ReleaseRef & {
  course: Course
  lessons: ReadonlyMap<string, Lesson>
  /** The questions of the practice and of the bank, and the second forms, by id, with their keys. */
  questions: ReadonlyMap<string, QuestionKey>
}

type Newest = { refs: Promise<ReleaseRef[]>; askedAt: number }

const LOADED_LIMIT = 12
/** How long a publication by another server may go unnoticed. Learners read the release of their enrolment anyway. */
const NEWEST_MS = 5_000

/** The releases that this process has loaded. */
export const releases = onceInProcess('releases', () => ({
  load: memoize(readRelease, { key: (id) => id, limit: LOADED_LIMIT }),
  newest: null as Newest | null,
}))

/** @throws {AppError} not-found */
export async function loadRelease(id: string): Promise<LoadedRelease> {
  return releases().load(id)
}

/** The newest release of a course; null if none was published. */
export async function currentRelease(courseId: string): Promise<LoadedRelease | null> {
  const ref = (await newestReleases()).find((release) => release.courseId === courseId)
  return ref ? loadRelease(ref.id) : null
}

/** The newest release of every course, in the order of the catalogue. */
export async function currentReleases(): Promise<LoadedRelease[]> {
  const current = await Promise.all((await newestReleases()).map(({ id }) => loadRelease(id)))
  return current.toSorted((a, b) => a.course.file.order - b.course.file.order)
}

/** Call it after publishing in this process: the next lookup queries the database. */
export function forgetNewestReleases(): void {
  releases().newest = null
}

async function newestReleases(): Promise<ReleaseRef[]> {
  const memory = releases()
  if (memory.newest && Date.now() - memory.newest.askedAt < NEWEST_MS) return memory.newest.refs
  const refs = listNewestReleases(db())
  memory.newest = { refs, askedAt: Date.now() }
  refs.catch(forgetNewestReleases)
  return refs
}

async function readRelease(id: string): Promise<LoadedRelease> {
  const row = await findRelease(db(), id)
  if (!row) throw new AppError('not-found', `release ${id}`)
  const { content, courseId, number, contentHash, publishedAt } = row
  const course = courseSchema.parse(content)
  const second = course.second?.map(({ question }) => question) ?? []
  const questions = [...course.lessons.flatMap((lesson) => lesson.practice), ...course.bank, ...second]
  return {
    id,
    courseId,
    number,
    contentHash,
    publishedAt,
    course,
    lessons: new Map(course.lessons.map((lesson) => [lesson.file.id, lesson])),
    questions: new Map(questions.map((question) => [question.id, question])),
  }
}
