import { type Answer, CERTAINTIES, type Certainty } from './answer'

type Judged = { position: number; answer: Answer | null; certainty: Certainty | null; points: number }
/** What came of the answers that a person gave with one certainty. */
export type CertaintyScore = {
  certainty: Certainty
  /** How many answers she gave with it. */
  given: number
  /** The positions of those that were not right, or not wholly. */
  missed: readonly number[]
}

/**
 * A person's own certainty against what was right, the surest first. It says which of her answers were right, so it may
 * be shown only once the key is open: whoever marks one answer as sure would learn whether it is right. A certainty
 * without an answer says nothing, and one that she never chose is left out.
 */
export function ownCertainty(questions: readonly Judged[]): CertaintyScore[] {
  return CERTAINTIES.flatMap((certainty) => {
    const given = questions.filter((question) => question.certainty === certainty && question.answer !== null)
    const missed = given.filter(({ points }) => points < 1).map(({ position }) => position)
    return given.length > 0 ? [{ certainty, given: given.length, missed }] : []
  })
}
