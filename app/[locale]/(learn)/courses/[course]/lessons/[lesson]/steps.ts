import type { Lesson } from '@/domain/course/course'
import { type LessonStep, lessonSteps, stepOfBlock } from '@/domain/course/lesson-steps'
import type { Locale } from '@/domain/locale'
import type { PracticeTry } from '@/domain/progress/question-state'
import { type StepState, stepStates, stepToResume } from '@/domain/progress/step-order'
import type { LearnerCourse } from '@/server/course/learner-course'

/** The steps of a lesson with their states for this reader, and the place of the one that she read last. */
export function stepsFor(
  { learner, progress }: Pick<LearnerCourse, 'learner' | 'progress'>,
  lesson: Lesson,
  answers: ReadonlyMap<string, PracticeTry>,
  locale: Locale,
): { steps: readonly LessonStep[]; states: StepState[]; last: number } {
  const steps = lessonSteps(lesson, locale)
  const row = learner?.lessons.find(({ lessonId }) => lessonId === lesson.file.id)
  const finished = progress.completed.has(lesson.file.id) || (row?.endReached ?? false)
  const states = stepStates(steps, { practice: lesson.practice, given: answers, block: row?.block ?? 0, finished })
  const lastRead = stepOfBlock(steps, row?.block ?? 0)
  return { steps, states, last: lastRead ? steps.indexOf(lastRead) : 0 }
}

/**
 * The step, below the lesson's address, that an address names.
 *
 * @param at the id of an element of the lesson (`b3`, `quiz-…`, the id of a heading), or `resume`.
 */
export function stepAt({ steps, states, last }: ReturnType<typeof stepsFor>, at: string): string {
  if (at === 'resume') {
    const { place, again } = stepToResume(states, last)
    return `${steps[place]?.id}${again ? '?again' : ''}`
  }
  const block = /^b(\d{1,4})$/.exec(at)?.[1]
  const question = /^quiz-(.+)$/.exec(at)?.[1]
  const step = block
    ? stepOfBlock(steps, Number(block))
    : steps.find(
        ({ id, questions, text }) => id === at || questions.includes(question ?? '') || text.includes(`{#${at}}`),
      )
  return `${(step ?? steps[0])?.id}#${at}`
}
