import 'server-only'
import type { QuestionKey } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import type { Roll } from './roll'

/** The answer that earns the point. */
export function rightAnswer(question: QuestionKey): Answer {
  return question.correct
}

/** A valid answer to the question: the right one, or a wrong one. */
export function inventedAnswer(question: QuestionKey, right: boolean, roll: Roll): Answer {
  return right ? rightAnswer(question) : wrongAnswer(question, roll)
}

function wrongAnswer(question: QuestionKey, { pick, chance }: Roll): Answer {
  const ids = question.options.map((option) => option.id)
  if (question.kind === 'ordering') return question.correct.toReversed()
  if (question.kind === 'matching') {
    const [first, second] = question.prompts
    const { [first?.id ?? '']: one = '', [second?.id ?? '']: other = '' } = question.correct
    return { ...question.correct, [first?.id ?? '']: other, [second?.id ?? '']: one }
  }
  const wrong = ids.filter((id) => !question.correct.some((correct) => correct === id))
  // One of the wrong options misleads more people than the others.
  const taken = wrong.length > 0 && chance(0.5) ? wrong.slice(0, 1) : wrong.length > 0 ? [pick(wrong)] : []
  return question.kind === 'multiple' ? [...question.correct.slice(0, 1), ...taken] : taken
}
