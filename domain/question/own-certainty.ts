import { type Answer, CERTAINTIES, type Certainty } from './answer'

type Judged = { position: number; answer: Answer | null; certainty: Certainty | null; points: number }
/** The results of the answers that a person gave with one certainty. */
export type CertaintyScore = {
  certainty: Certainty
  /** How many answers she gave with it. */
  given: number
  /** The positions of the answers that earned less than the full point. */
  missed: readonly number[]
}

/**
 * Compares a person's certainty with her results, the surest first. It reveals which answers were right, so it may be
 * shown only once the key is open: a person who marks a single answer as sure would learn whether it is right.
 * Questions without an answer do not count, and a certainty that she never chose is left out.
 */
export function ownCertainty(questions: readonly Judged[]): CertaintyScore[] {
  return CERTAINTIES.flatMap((certainty) => {
    const given = questions.filter((question) => question.certainty === certainty && question.answer !== null)
    const missed = given.filter(({ points }) => points < 1).map(({ position }) => position)
    return given.length > 0 ? [{ certainty, given: given.length, missed }] : []
  })
}
