import type { Context } from '@/app/http/context'
import type { LessonCompletion } from '@/components/course/lesson-end'
import type { Lesson } from '@/domain/course/course'
import { lessonConditions, whySettled } from '@/domain/progress/lesson-completion'
import { type PracticeTry, questionsDone } from '@/domain/progress/question-state'
import type { Caller } from '@/server/auth/caller'
import { requirePermission } from '@/server/auth/permit'
import type { LearnerCourse, LessonWork } from '@/server/course/learner-course'
import { practiceAnswers } from '@/server/practice/answer-practice'
import { secondTestBegun } from '@/server/progress/finish-lesson'

/** Her answers to the questions of the course, by question id. */
export async function answersOf(
  caller: Caller,
  { release, learner }: LearnerCourse,
  stored: LessonWork['answers'],
): Promise<Map<string, PracticeTry>> {
  if (!learner) return new Map()
  return practiceAnswers(await permitToLearn(caller, release.courseId, learner), learner, release, stored)
}

/** Her progress in the lesson; null for a reader about whom nothing is stored. */
export async function completionOf(
  { caller, query }: Context,
  { release, learner, progress }: LearnerCourse,
  { file, practice }: Lesson,
  answers: ReadonlyMap<string, PracticeTry>,
): Promise<LessonCompletion | null> {
  const { exam, file: course } = release.course
  if (learner && progress.completed.has(file.id)) {
    const permit = await permitToLearn(caller, release.courseId, learner)
    const begun = learner.attempts.length > 0
    const settled = whySettled({ exam: begun, secondTest: !begun && (await secondTestBegun(permit, learner)) })
    return { completed: true, settled }
  }
  if (!learner && (course.access === 'public' || (await caller.session()) === null)) return null
  const endReached = learner?.lessons.find(({ lessonId }) => lessonId === file.id)?.endReached ?? false
  return {
    completed: false,
    conditions: lessonConditions(course.complete, { endReached, practice, answered: questionsDone(practice, answers) }),
    refused: query.get('done') === 'refused',
    untilExam: exam !== null,
  }
}

function permitToLearn(caller: Caller, courseId: string, { accountId }: NonNullable<LearnerCourse['learner']>) {
  return requirePermission(caller, 'course:learn', { courseId, learnerId: accountId })
}
