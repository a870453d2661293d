import 'server-only'
import { lessonConditions, mayComplete } from '@/domain/progress/lesson-completion'
import { questionsDone } from '@/domain/progress/question-state'
import type { Permit } from '../auth/permit'
import { sql } from '../db/client'
import { completeLesson, hasBegunSecondTest, type Learner, reopenLesson, saveLessonPlace } from '../db/course/learners'
import { practiceAnswers } from '../practice/answer-practice'
import { requireLesson } from './require-lesson'

type LessonPermit = Permit<'course:learn'>

/**
 * Marks a lesson as completed if its conditions are met. If she has completed it before, that stays.
 *
 * @param end true if she confirms it at the end of the lesson, which she has therefore reached.
 * @returns false if a condition is missing.
 * @throws {AppError} not-found
 */
export async function finishLesson(
  permit: LessonPermit,
  learner: Learner,
  lessonId: string,
  { end }: { end: boolean },
  now: Date,
): Promise<boolean> {
  const { release, lesson } = await requireLesson(learner, lessonId)
  const state = learner.lessons.find((row) => row.lessonId === lessonId)
  if (end) await saveLessonPlace(sql(), learner.enrolmentId, lessonId, { block: null, end }, now)
  if (!state?.completedAt) {
    const rules = release.course.file.complete
    const conditions = lessonConditions(rules, {
      endReached: end || (state?.endReached ?? false),
      practice: lesson.practice,
      answered: rules?.includes('answer-practice')
        ? questionsDone(lesson.practice, await practiceAnswers(permit, learner, release))
        : new Set(),
    })
    if (!mayComplete(conditions)) return false
  }
  await completeLesson(sql(), learner.enrolmentId, lessonId, now)
  return true
}

/**
 * Marks a completed lesson as not done, unless an attempt at the exam or the second test has begun. @throws {AppError}
 * not-found
 */
export async function takeBackLesson(_: LessonPermit, learner: Learner, lessonId: string, now: Date): Promise<void> {
  await requireLesson(learner, lessonId)
  await reopenLesson(sql(), learner.enrolmentId, lessonId, now)
}

/** Whether she has begun the second test of a cohort of the course. */
export async function secondTestBegun(_: LessonPermit, { enrolmentId }: Learner): Promise<boolean> {
  return hasBegunSecondTest(sql(), enrolmentId)
}
