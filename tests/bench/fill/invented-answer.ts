import type { QuestionKey } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import type { Roll } from './roll'

/** The answer that earns the point. */
export function rightAnswer(question: QuestionKey): Answer {
  return question.correct
}

/** An answer that fits the question: the right one, or whatever comes first to hand. */
export function inventedAnswer(question: QuestionKey, knows: boolean, { pick }: Roll): Answer {
  if (knows) return rightAnswer(question)
  const ids = question.options.map((option) => option.id)
  if (question.kind === 'matching') return { [question.prompts[0]?.id ?? '']: pick(ids) }
  return question.kind === 'ordering' ? ids.toReversed() : [pick(ids)]
}
