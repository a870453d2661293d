import type { Answer } from '../question/answer'
import { type AnswerState, answerState } from '../question/is-complete'
import type { QuestionKey } from '../question/question'

/** The state of a question by its position (from 1) in an exam or a test. It holds nothing of the key. */
export type PlaceState = { place: number; state: AnswerState; flagged: boolean }
type Drawn = { position: number; key: QuestionKey; answer: Answer | null; flagged?: boolean }

export function questionPlaces(questions: readonly Drawn[]): PlaceState[] {
  return questions.map(({ position, key, answer, flagged = false }) => ({
    place: position,
    state: answerState(key, answer),
    flagged,
  }))
}

/** The same for a test, whose answers are stored by position. */
export function testPlaces(
  questions: readonly { key: QuestionKey }[],
  answers: ReadonlyMap<number, Answer>,
): PlaceState[] {
  const places = questions.map(({ key }, index) => ({ key, position: index + 1 }))
  return questionPlaces(places.map((drawn) => ({ ...drawn, answer: answers.get(drawn.position) ?? null })))
}

/** The positions that are still open before handing in, and the flagged ones. */
export function openPlaces(places: readonly PlaceState[]) {
  const inState = (state: AnswerState) => places.filter((each) => each.state === state).map(({ place }) => place)
  return {
    missing: inState('unanswered'),
    incomplete: inState('incomplete'),
    flagged: places.filter(({ flagged }) => flagged).map(({ place }) => place),
  }
}
