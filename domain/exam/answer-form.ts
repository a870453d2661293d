import type { Answer } from './answer'

/** Field names of a question's form: `a` for a choice, `m.<prompt>` for a match, `o.<option>` for a rank from 1. */
export const FIELD = { choice: 'a', match: 'm.', rank: 'o.' } as const

/**
 * The answer that a form's fields hold, or null when nothing was chosen. Whether the ids belong
 * to the question is for `readAnswer`.
 */
export function answerFromFields(fields: Iterable<readonly [string, unknown]>): Answer | null {
  const choices: string[] = []
  const matches: Record<string, string> = {}
  const ranks: [string, string][] = []
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue
    if (name.startsWith(FIELD.rank)) ranks.push([name.slice(FIELD.rank.length), value])
    else if (value === '') continue
    else if (name === FIELD.choice) choices.push(value)
    else if (name.startsWith(FIELD.match)) matches[name.slice(FIELD.match.length)] = value
  }
  if (Object.keys(matches).length > 0) return matches
  if (ranks.length > 0) return orderOf(ranks)
  return choices.length > 0 ? choices : null
}

/** The ids from first to last; while a rank is open or given twice, the ranks that are given. */
function orderOf(ranks: readonly [string, string][]): Answer | null {
  const sorted = ranks.toSorted(([, a], [, b]) => Number(a) - Number(b))
  if (sorted.every(([, rank], place) => rank === `${place + 1}`)) return sorted.map(([id]) => id)
  const given = ranks.filter(([, rank]) => rank !== '')
  return given.length > 0 ? Object.fromEntries(given) : null
}

/** What the fields of an order hold: rank from 1 by id. */
export function ranksOf(order: readonly string[]): Record<string, string> {
  return Object.fromEntries(order.map((id, place) => [id, `${place + 1}`]))
}
