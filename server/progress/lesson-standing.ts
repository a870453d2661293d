import 'server-only'
import type { Lesson } from '@/domain/course/course'
import { type LessonStep, lessonSteps, stepOfBlock } from '@/domain/course/lesson-steps'
import type { Locale } from '@/domain/locale'
import type { PracticeTry } from '@/domain/progress/question-state'
import { type StepState, stepStates } from '@/domain/progress/step-order'
import type { LearnerCourse } from '../course/learner-course'

export type LessonStanding = {
  steps: readonly LessonStep[]
  states: readonly StepState[]
  /** The place of the step that she read last. */
  last: number
  completed: boolean
}

/** The steps of a lesson with their states for this reader. */
export function lessonStanding(
  { learner, progress }: { learner: LearnerCourse['learner']; progress: Pick<LearnerCourse['progress'], 'completed'> },
  lesson: Lesson,
  answers: ReadonlyMap<string, PracticeTry>,
  locale: Locale,
): LessonStanding {
  const steps = lessonSteps(lesson, locale)
  const row = learner?.lessons.find(({ lessonId }) => lessonId === lesson.file.id)
  const completed = progress.completed.has(lesson.file.id)
  const finished = completed || (row?.endReached ?? false)
  const states = stepStates(steps, { practice: lesson.practice, given: answers, block: row?.block ?? 0, finished })
  const lastRead = stepOfBlock(steps, row?.block ?? 0)
  return { steps, states, last: lastRead ? steps.indexOf(lastRead) : 0, completed }
}
