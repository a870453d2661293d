import { stepOfBlock } from '@/domain/course/lesson-steps'
import { stepToResume } from '@/domain/progress/step-order'
import type { LessonStanding } from '@/server/progress/lesson-standing'

/**
 * The step, below the lesson's address, that an address names.
 *
 * @param at the id of an element of the lesson (`b3`, `quiz-…`, the id of a heading), or `resume`.
 */
export function stepAt({ steps, states, last, completed }: LessonStanding, at: string): string {
  if (at === 'resume') {
    const { place, again } = stepToResume(states, last, completed)
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
