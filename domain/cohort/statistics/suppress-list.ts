import { sum } from './count-table'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'

/**
 * Decides which entries of a list are hidden from a reader who sees its total, of at least five people. Hides entries
 * under five (primary suppression), then others from the end (secondary suppression), until at least two are hidden and
 * a reader who subtracts must still allow for five or more in each. The others are chosen by position, not by size, so
 * that knowing this rule does not reveal how large a hidden entry is. List first what should stay readable longest.
 *
 * An answer that nobody gave counts as under five: it reveals what nobody did. If one answer takes everyone, the zeros
 * of the others hide it too. An empty group reveals nothing about anybody and is shown, unless all must be hidden.
 *
 * @param least the smallest value that a hidden entry can have, as the reader knows: 0 for answers, 1 for groups.
 */
export function suppressList(counts: readonly number[], least: 0 | 1): boolean[] {
  const hidden = counts.map((count) => count >= least && count < MINIMUM_CELL_COUNT)
  if (!hidden.includes(true)) return hidden
  while (
    hidesAlone(
      counts.filter((_, place) => hidden[place]),
      least,
    )
  ) {
    const next = counts.findLastIndex((count, place) => !hidden[place] && count >= least)
    if (next === -1) return counts.map(() => true)
    hidden[next] = true
  }
  return hidden
}

/**
 * Whether a reader who knows the sum of the hidden entries could derive one, or be sure that it is under five. A single
 * hidden entry equals the sum. If all entries are as small, or all as large, as this rule allows, the rule itself
 * reveals them.
 */
export function hidesAlone(hidden: readonly number[], least: number): boolean {
  const mostOfOne = sum(hidden) - least * (hidden.length - 1)
  if (hidden.length < 2 || mostOfOne < MINIMUM_CELL_COUNT) return true
  const allLeast = hidden.every((count) => count === least || count === MINIMUM_CELL_COUNT)
  return allLeast || hidden.every((count) => count === MINIMUM_CELL_COUNT - 1)
}
