import 'server-only'
import { type PracticeRef, practiceRefOf } from '@/domain/case/practice-ref'
import { openTest, type TestForm } from '@/domain/cohort/test-availability'
import { AppError } from '@/domain/errors'
import { type ExamAvailability, examAvailability } from '@/domain/exam/exam-availability'
import { type CourseProgress, courseProgress } from '@/domain/progress/course-progress'
import { minutesLeft } from '@/domain/progress/minutes-left'
import { startOfDay } from '@/domain/time/day'
import type { Caller } from '../auth/caller'
import { requirePermission } from '../auth/permit'
import { currentRelease, type LoadedRelease, loadRelease } from '../content/releases'
import type { LessonWork } from '../db/course/current-learner'
import type { Learner } from '../db/course/learners'
import { demandsInForce } from './named-practice'

export type { LessonWork } from '../db/course/current-learner'

/** A course for one reader: the release of her enrolment if she is enrolled, otherwise the newest one. */
export type LearnerCourse = {
  release: LoadedRelease
  learner: Learner | null
  progress: CourseProgress
  availability: ExamAvailability
  /** For the lessons and the exam together. */
  minutesLeft: number
  /** The practice that she must still do before the exam. Retired practice is not required. */
  practiceLeft: readonly PracticeRef[]
  /** The test of her cohort that she should take now. */
  test: TestForm | null
}

/** @throws {AppError} not-found */
export async function learnerCourse(caller: Caller, courseId: string, now: Date): Promise<LearnerCourse> {
  const { learner } = await caller.learnerIn({ courseId, withQuestions: false })
  return courseOf(learner, courseId, now)
}

/** The course of a learner who was looked up before. @throws {AppError} not-found */
export async function courseOf(learner: Learner | null, courseId: string, now: Date): Promise<LearnerCourse> {
  const release = learner ? await loadRelease(learner.releaseId) : await currentRelease(courseId)
  if (!release) throw new AppError('not-found', `course ${courseId}`)
  return asLearnerCourse(release, learner, now)
}

/** The same for a caller who may read its texts. @throws {AppError} not-found, sign-in-required, course-closed */
export async function readableCourse(caller: Caller, courseId: string, now: Date): Promise<LearnerCourse> {
  return requireReadable(caller, await learnerCourse(caller, courseId, now))
}

/** The same with the reader's own work in a lesson (answers, notes, corrections), in one query. */
export async function readableLesson(
  caller: Caller,
  { courseId, lessonId }: { courseId: string; lessonId: string },
  now: Date,
): Promise<{ course: LearnerCourse; work: LessonWork }> {
  const { learner, work = NO_WORK } = await caller.learnerIn({ courseId, withQuestions: false, lessonId })
  return { course: await requireReadable(caller, await courseOf(learner, courseId, now)), work }
}

const NO_WORK: LessonWork = { answers: [], notes: [], corrections: { releases: [], lessons: [] } }

async function requireReadable(caller: Caller, reader: LearnerCourse): Promise<LearnerCourse> {
  const { courseId, course } = reader.release
  await requirePermission(caller, 'course:read', { courseId, access: course.file.access, learner: reader.learner })
  return reader
}

export function asLearnerCourse(release: LoadedRelease, learner: Learner | null, now: Date): LearnerCourse {
  const outline = release.course.lessons.map(({ file }) => ({ id: file.id, minutes: file.minutes }))
  const progress = courseProgress(outline, learner?.lessons ?? [])
  const opensOn = learner?.cohort?.examOpensOn ?? null
  const from = opensOn === null ? null : startOfDay(opensOn)
  const practised = new Set(learner?.practised.map(({ kind, caseId }) => practiceRefOf(kind, caseId)))
  const { file, cases = [] } = release.course
  const practiceLeft = demandsInForce(file.practice ?? [], cases, now).filter((ref) => !practised.has(ref))
  const ready = progress.lessonsDone && practiceLeft.length === 0
  const availability = examAvailability(learner?.attempts ?? [], release.course.exam, ready, now, from)
  return {
    release,
    learner,
    progress,
    availability,
    practiceLeft,
    minutesLeft: minutesLeft(progress, availability, release.course.file),
    test: waitingTest(learner, progress, now),
  }
}

function waitingTest(learner: Learner | null, progress: CourseProgress, now: Date): TestForm | null {
  const cohort = learner?.cohort
  if (!cohort?.tests) return null
  const handedIn = { before: timeIn(cohort.tests.before), after: timeIn(cohort.tests.after) }
  return openTest({ cohort: { ...cohort, archivedAt: null }, handedIn, ...progress }, now)
}

const timeIn = (text: string | null): Date | null => (text === null ? null : new Date(text))
