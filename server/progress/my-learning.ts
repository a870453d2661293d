import 'server-only'
import { courseToResume } from '@/domain/progress/resume'
import type { Caller } from '../auth/caller'
import type { Permit } from '../auth/permit'
import { offeredUpdates } from '../certificate/law-update/law-offers'
import { currentReleases, type LoadedRelease } from '../content/releases'
import type { LearnerCourse } from '../course/learner-course'
import { mayTakePart } from '../course/may-take-part'
import { myCourses } from '../course/my-courses'
import type { Learner } from '../db/course/learners'

export type MyCourse = LearnerCourse & { learner: Learner; mayTakePart: boolean }
/** What the learner should do next. */
export type NextStep =
  | { kind: 'go-on'; course: MyCourse }
  /** A course that she has not begun. `first`: she has begun none. */
  | { kind: 'begin'; release: LoadedRelease; first: boolean }
  /** There is nothing left to begin. */
  | { kind: 'done' }

/**
 * The learner's courses and certificates, the law updates offered for these, her next step, and the first course that
 * she has not begun.
 */
export async function myLearning(caller: Caller, permit: Permit<'account:read'>, now: Date) {
  const { courses: found, certificates } = await myCourses(permit, now)
  const courses: MyCourse[] = await Promise.all(
    found.map(async (course) => ({ ...course, mayTakePart: await mayTakePart(caller, course) })),
  )
  const nextCourse = await firstNotBegun(caller, new Set(courses.map(({ release }) => release.courseId)))
  const lawOffers = await offeredUpdates(caller, certificates)
  return { courses, certificates, lawOffers, nextCourse, next: nextOf(courses, nextCourse) }
}

function nextOf(courses: readonly MyCourse[], nextCourse: LoadedRelease | null): NextStep {
  const toResume = courseToResume(courses.map(resumable))
  if (toResume) return { kind: 'go-on', course: toResume.course }
  return nextCourse ? { kind: 'begin', release: nextCourse, first: courses.length === 0 } : { kind: 'done' }
}

function resumable(course: MyCourse) {
  const { learner, progress, availability } = course
  const times = [...learner.lessons.map(({ readAt }) => readAt), ...learner.attempts.map(({ startedAt }) => startedAt)]
  return {
    course,
    availability: availability.status,
    lessonsDone: progress.lessonsDone,
    certified: learner.certificate !== null,
    mayTakePart: course.mayTakePart,
    testWaits: course.test !== null,
    lastActiveAt: new Date(Math.max(0, ...times.map(Number))),
  }
}

/**
 * The first course of the catalogue that is not among those begun, and that the caller may begin. Courses that need no
 * account do not count as a next step.
 */
export async function firstNotBegun(caller: Caller, begun: ReadonlySet<string>): Promise<LoadedRelease | null> {
  for (const release of await currentReleases()) {
    if (begun.has(release.courseId) || release.course.file.access === 'public') continue
    if (await mayTakePart(caller, { release, learner: null })) return release
  }
  return null
}
