import type { GridFile, Verdict } from './grid-file'

type Elements = GridFile['elements']
/** The finding on each element, without the facts. */
export type Findings = {
  minor: boolean
  act: Elements['act']['value']
  means: Elements['means']['value']
  purpose: Elements['purpose']['value']
  effects: Elements['threshold']['effects']
}

type Answer = 'yes' | 'no' | 'open'

/**
 * The verdict that follows from the elements. For a child no means are required. Whether paragraph 4 of article 448-1
 * applies to a child is not settled, so the verdict on a child is clear only if all three effects are there or another
 * element is missing.
 */
export function qualify({ minor, act, means, purpose, effects }: Findings): Verdict {
  const threshold = allOf([effects.will, effects.freedom, effects.dignity].map(answerTo))
  const parts = [
    answerTo(act),
    minor ? 'yes' : answerTo(means),
    answerTo(purpose),
    minor && threshold === 'no' ? 'open' : threshold,
  ]
  const all = allOf(parts)
  if (all === 'yes') return 'trafficking'
  return all === 'no' ? 'not-trafficking' : 'doubtful'
}

/** The verdict that follows from the reference of a file. */
export function verdictOf({ victim, elements }: Pick<GridFile, 'victim' | 'elements'>): Verdict {
  const { act, means, purpose, threshold } = elements
  return qualify({
    minor: victim.minor,
    act: act.value,
    means: means.value,
    purpose: purpose.value,
    effects: threshold.effects,
  })
}

function answerTo(value: Elements['means']['value']): Answer {
  if (value === 'made-out' || value === 'not-required') return 'yes'
  return value === 'not-made-out' ? 'no' : 'open'
}

function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no'
  return answers.every((answer) => answer === 'yes') ? 'yes' : 'open'
}
