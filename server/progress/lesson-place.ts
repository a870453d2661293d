import 'server-only'
import type { Permit } from '../auth/permit'
import { sql } from '../db/client'
import { type Learner, type LessonPlace, saveLessonPlace } from '../db/course/learners'
import { requireLesson } from './require-lesson'

/** Saves the learner's place in a lesson. @throws {AppError} not-found */
export async function keepPlace(
  _: Permit<'course:learn'>,
  learner: Learner,
  lessonId: string,
  place: LessonPlace,
  now: Date,
): Promise<void> {
  await requireLesson(learner, lessonId)
  await saveLessonPlace(sql(), learner.enrolmentId, lessonId, place, now)
}
