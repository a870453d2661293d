import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'
import { type AnswerState, answerState } from './is-complete'

/** A question of an exam or a test by its place, from 1, without anything of its key. */
export type PlaceState = { place: number; state: AnswerState; flagged: boolean }
type Drawn = { position: number; key: QuestionKey; answer: Answer | null; flagged?: boolean }

export function questionPlaces(questions: readonly Drawn[]): PlaceState[] {
  return questions.map(({ position, key, answer, flagged = false }) => ({
    place: position,
    state: answerState(key, answer),
    flagged,
  }))
}

/** The same of a test, whose answers are kept by place. */
export function testPlaces(
  questions: readonly { key: QuestionKey }[],
  answers: ReadonlyMap<number, Answer>,
): PlaceState[] {
  const places = questions.map(({ key }, index) => ({ key, position: index + 1 }))
  return questionPlaces(places.map((drawn) => ({ ...drawn, answer: answers.get(drawn.position) ?? null })))
}

/** What is still open before handing in, and what was flagged. */
export function openPlaces(places: readonly PlaceState[]) {
  const inState = (state: AnswerState) => places.filter((each) => each.state === state).map(({ place }) => place)
  return {
    missing: inState('unanswered'),
    incomplete: inState('incomplete'),
    flagged: places.filter(({ flagged }) => flagged).map(({ place }) => place),
  }
}
