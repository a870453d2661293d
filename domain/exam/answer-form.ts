import type { Answer } from './answer'

/** Field names of a question's form: `a` for a choice, `m.<prompt>` for a match, `o.<option>` for a rank from 1. */
export const FIELD = { choice: 'a', match: 'm.', rank: 'o.' } as const

/**
 * The answer that a form's fields hold, or null when nothing (or not all of an order) was chosen. Whether the ids belong
 * to the question is for `readAnswer`.
 */
export function answerFromFields(fields: Iterable<readonly [string, unknown]>): Answer | null {
  const choices: string[] = []
  const matches: Record<string, string> = {}
  const ranks: [string, number][] = []
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue
    // A rank left open counts as 0, so that the order is not complete.
    if (name.startsWith(FIELD.rank)) ranks.push([name.slice(FIELD.rank.length), Number(value)])
    else if (value === '') continue
    else if (name === FIELD.choice) choices.push(value)
    else if (name.startsWith(FIELD.match)) matches[name.slice(FIELD.match.length)] = value
  }
  if (Object.keys(matches).length > 0) return matches
  if (ranks.length > 0) return orderOf(ranks)
  return choices.length > 0 ? choices : null
}

function orderOf(ranks: readonly [string, number][]): string[] | null {
  const sorted = ranks.toSorted((a, b) => a[1] - b[1])
  return sorted.every(([, rank], place) => rank === place + 1) ? sorted.map(([id]) => id) : null
}
