import type { Localized } from '../locale'
import type { QuestionKey } from './question'

/** The texts that a question shows before it is answered, apart from its options: its stem first. */
export function shownTexts(question: QuestionKey): Localized[] {
  return [
    question.stem,
    ...('prompts' in question ? question.prompts.map(({ text }) => text) : []),
    ...('passage' in question ? [question.passage] : []),
    ...('asks' in question ? question.asks.map(({ label }) => label) : []),
  ]
}

/** The steps to the right answer, if the question lists them separately. */
export function stepsOf(question: QuestionKey): readonly Localized[] {
  return 'steps' in question ? question.steps : []
}
