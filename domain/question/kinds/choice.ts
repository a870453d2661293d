import type { Answer } from '../answer'
import type { KeyOf } from '../question'
import { isPicks } from './answer-shape'
import type { Kind, Picks } from './kind'
import { areDistinctOptions, idsOf, judgePart, unknownIdsIn } from './options'

type Choice = KeyOf<'single' | 'multiple' | 'true-false' | 'marking'>

/** The picked options; null if there are none, one is repeated, or one is not an option of the question. */
export function readPicks({ options }: Choice, given: Answer): Picks | null {
  return isPicks(given) && given.length > 0 && areDistinctOptions(given, options) ? given : null
}

/** One of the wrong options; empty if there is none. */
export function wrongPick(
  { options, correct }: Choice,
  choose: (wrong: readonly string[]) => string | undefined,
): Picks {
  const wrong = idsOf(options).filter((id) => !correct.some((right) => right === id))
  return wrong.length > 0 ? [choose(wrong) ?? ''] : []
}

/** The rules that all choice questions share. */
export const choice = {
  draw: ({ options }, shuffle) => shuffle(idsOf(options)),
  isFinal: () => true,
  isComplete: () => true,
  picked: (_, answer) => answer,
  unknownIds: ({ correct, options }) => unknownIdsIn(correct, options),
} satisfies Partial<Kind<Choice['kind']>>

/** The rules that questions with one right option share. */
export const oneChoice = {
  ...choice,
  read: (key, given) => {
    const picks = readPicks(key, given)
    return picks?.length === 1 ? picks : null
  },
  grade: ({ correct }, [picked]) => (picked === correct[0] ? 1 : 0),
  judge: ({ correct }, picks) => [judgePart(null, picks?.[0], correct[0])],
  mistake: wrongPick,
} satisfies Partial<Kind<'single' | 'true-false'>>
