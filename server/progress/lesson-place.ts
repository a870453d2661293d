import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { completeLesson, type Learner, saveLessonPlace } from '../db/learners'

type LessonPermit = Permit<'course:learn'>

/** Saves the learner's place in a lesson. @throws {AppError} not-found */
export async function keepPlace(_: LessonPermit, learner: Learner, lessonId: string, block: number | null, now: Date) {
  await requireLesson(learner, lessonId)
  await saveLessonPlace(sql(), learner.enrolmentId, lessonId, block, now)
}

/** @throws {AppError} not-found */
export async function finishLesson(_: LessonPermit, learner: Learner, lessonId: string, now: Date) {
  await requireLesson(learner, lessonId)
  await completeLesson(sql(), learner.enrolmentId, lessonId, now)
}

async function requireLesson(learner: Learner, lessonId: string) {
  const release = await loadRelease(learner.releaseId)
  const known = release?.course.lessons.some((lesson) => lesson.file.id === lessonId)
  if (!known) throw new AppError('not-found', `lesson ${lessonId}`)
}
