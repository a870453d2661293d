import type { Answer } from '../question/answer'
import { gradeAnswer } from '../question/grade-answer'
import type { QuestionKey } from '../question/question'
import { shownTexts } from '../question/question-texts'
import { countWords, plainText } from '../text/markup'

/** Her last answer to a practice question, and how often she has tried it. */
export type PracticeTry = { answer: Answer; tries: number }

/** `again`: answered wrongly once, so that it is asked again. `done`: answered rightly, or tried twice. */
export type QuestionState = 'open' | 'again' | 'done'

/** The tries after which a question counts as done, however it was answered. */
const TRIES = 2

export function questionState(question: QuestionKey, given: PracticeTry | undefined): QuestionState {
  if (!given) return 'open'
  return given.tries >= TRIES || gradeAnswer(question, given.answer) === 1 ? 'done' : 'again'
}

/** The ids of the questions that count as done. */
export function questionsDone(
  practice: readonly QuestionKey[],
  given: ReadonlyMap<string, PracticeTry>,
): ReadonlySet<string> {
  return new Set(practice.filter((each) => questionState(each, given.get(each.id)) === 'done').map(({ id }) => id))
}

/** Fast readers read at this pace. Whoever answers faster has not read the question. */
const WORDS_PER_SECOND = 5

/** The seconds that reading a question takes at least. An answer that comes sooner is not counted as a further try. */
export function secondsToRead(question: QuestionKey): number {
  const texts = [
    ...shownTexts(question),
    ...question.options.flatMap((option) => ('text' in option ? option.text : [])),
  ]
  return Math.ceil(texts.reduce((sum, text) => sum + countWords(plainText(text.fr)), 0) / WORDS_PER_SECOND)
}
