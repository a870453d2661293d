import 'server-only'
import type { Answer } from '@/domain/question/answer'
import { kindOf } from '@/domain/question/kinds/kinds'
import type { QuestionKey } from '@/domain/question/question'
import type { Rng } from './rng'

/** The answer that earns the point. */
export function rightAnswer(question: QuestionKey): Answer {
  return question.correct
}

/** A valid answer to the question: the right one, or a wrong one. */
export function inventedAnswer(question: QuestionKey, right: boolean, { pick, chance }: Rng): Answer {
  if (right) return rightAnswer(question)
  // The first wrong option misleads more people than the others.
  return kindOf(question).mistake(question, (wrong) => (chance(0.5) ? wrong[0] : pick(wrong)))
}
