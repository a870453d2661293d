import 'server-only'
import { startOfDay } from '@/domain/cohort/day'
import { AppError } from '@/domain/errors'
import { type ExamStanding, examStanding } from '@/domain/exam/exam-standing'
import { type CourseProgress, courseProgress } from '@/domain/progress/course-progress'
import { requirePermission } from '../auth/permit'
import { currentReader } from '../auth/session'
import { currentRelease, type LoadedRelease, loadRelease } from '../content/releases'
import type { Learner } from '../db/learners'

/** A course as this reader meets it: her own release when she is enrolled, else the newest one. */
export type LearnerCourse = {
  release: LoadedRelease
  learner: Learner | null
  progress: CourseProgress
  standing: ExamStanding
}

/** @throws {AppError} not-found */
export async function learnerCourse(courseId: string, now: Date): Promise<LearnerCourse> {
  const { learner } = await currentReader({ courseId, withQuestions: false })
  return courseOf(learner, courseId, now)
}

/** The course of someone who was looked up before. @throws {AppError} not-found */
export async function courseOf(learner: Learner | null, courseId: string, now: Date): Promise<LearnerCourse> {
  const release = learner ? await loadRelease(learner.releaseId) : await currentRelease(courseId)
  if (!release) throw new AppError('not-found', `course ${courseId}`)
  return asLearnerCourse(release, learner, now)
}

/** The same for who opens its texts. @throws {AppError} not-found, sign-in-required, forbidden */
export async function readableCourse(courseId: string, now: Date): Promise<LearnerCourse> {
  const reader = await learnerCourse(courseId, now)
  const { access } = reader.release.course.file
  await requirePermission('course:read', { courseId, access, learnerId: reader.learner?.accountId ?? null })
  return reader
}

export function asLearnerCourse(release: LoadedRelease, learner: Learner | null, now: Date): LearnerCourse {
  const outline = release.course.lessons.map(({ file }) => ({ id: file.id, minutes: file.minutes }))
  const progress = courseProgress(outline, learner?.lessons ?? [])
  const opensOn = learner?.cohort?.examOpensOn ?? null
  const from = opensOn === null ? null : startOfDay(opensOn)
  const standing = examStanding(learner?.attempts ?? [], release.course.exam, progress.lessonsDone, now, from)
  return { release, learner, progress, standing }
}
