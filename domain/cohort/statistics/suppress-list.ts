import { sum } from './count-table'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'

/**
 * Which entries of a list are hidden from a reader who sees its total, of at least five people: those under five, then
 * others from the end until at least two are hidden and any of them might, for all the reader can subtract, count five or
 * more. The others are taken by place and not by size, so that knowing this rule does not tell how large a hidden one is;
 * what should stay readable longest is listed first.
 *
 * An answer that nobody gave counts as under five: it tells what everybody did not do, and when one answer takes everyone,
 * the others' zeros hide it too. A group of nobody tells about nobody and is shown, unless all must be hidden.
 *
 * @param least what the reader knows a hidden entry to count at least: 0 for answers, 1 for groups.
 */
export function hideInList(counts: readonly number[], least: 0 | 1): boolean[] {
  const hidden = counts.map((count) => count >= least && count < MINIMUM_CELL_COUNT)
  if (!hidden.includes(true)) return hidden
  while (
    isExposed(
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
 * Whether the reader, who knows their sum, could work out the hidden entries or be sure that they are under five. One that
 * stands alone is its sum. When all are as small, or all as large, as this rule lets them be, knowing the rule is enough.
 */
function isExposed(hidden: readonly number[], least: number): boolean {
  const mostOfOne = sum(hidden) - least * (hidden.length - 1)
  if (hidden.length < 2 || mostOfOne < MINIMUM_CELL_COUNT) return true
  const allLeast = hidden.every((count) => count === least || count === MINIMUM_CELL_COUNT)
  return allLeast || hidden.every((count) => count === MINIMUM_CELL_COUNT - 1)
}
