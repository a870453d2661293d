import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sum } from './count-table'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'
import { suppressList } from './suppress-list'

const anyLeast = fc.constantFrom<0 | 1>(0, 1)
const anyList = fc
  .array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 })
  .filter((counts) => sum(counts) >= MINIMUM_CELL_COUNT && sum(counts) <= 24)

/** The reader's view: the shown counts, and the total. */
const seen = (counts: readonly number[], least: 0 | 1) => {
  const hidden = suppressList(counts, least)
  return JSON.stringify(counts.map((count, place) => (hidden[place] ? null : count)))
}

function listsOf(length: number, total: number): number[][] {
  if (length === 1) return [[total]]
  return Array.from({ length: total + 1 }, (_, first) => first).flatMap((first) =>
    listsOf(length - 1, total - first).map((rest) => [first, ...rest]),
  )
}

it('shows everything if every count is five or more', () => {
  expect(suppressList([12, 5, 9], 0)).toEqual([false, false, false])
})

it('hides the last one together with a single small one, which subtraction would give away', () => {
  expect(suppressList([12, 3, 9, 11], 0)).toEqual([false, true, false, true])
  expect(suppressList([12, 9, 3], 0)).toEqual([false, true, true])
})

it('hides no third one when two small ones already make five', () => {
  expect(suppressList([12, 3, 2], 0)).toEqual([false, true, true])
})

it('hides a third one when two small ones together are under five', () => {
  expect(suppressList([12, 1, 2, 7], 0)).toEqual([false, true, true, true])
  expect(suppressList([7, 12, 1, 2], 0)).toEqual([false, true, true, true])
})

it('does not tell that everybody gave the same answer', () => {
  expect(suppressList([12, 0], 0)).toEqual([true, true])
})

it('shows that a group is empty, for that tells about nobody', () => {
  expect(suppressList([12, 0, 9], 1)).toEqual([false, false, false])
})

it('hides which groups are empty if all the others are hidden and few', () => {
  expect(suppressList([4, 0, 1], 1)).toEqual([true, true, true])
})

it('never shows an answer of fewer than five, nor one that leaves fewer than five for the others', () => {
  fc.assert(
    fc.property(anyList, anyLeast, (counts, least) => {
      const hidden = suppressList(counts, least)
      const kept = counts.filter((_, place) => hidden[place])
      expect(counts.every((count, place) => hidden[place] || count >= MINIMUM_CELL_COUNT || count < least)).toBe(true)
      expect(kept.length === 0 || (kept.length > 1 && sum(kept) >= MINIMUM_CELL_COUNT)).toBe(true)
    }),
  )
})

it('leaves every hidden entry in doubt, even for a reader who knows the total and this rule', () => {
  fc.assert(
    fc.property(anyList, anyLeast, (counts, least) => {
      const same = listsOf(counts.length, sum(counts)).filter((other) => seen(other, least) === seen(counts, least))
      suppressList(counts, least).forEach((hidden, place) => {
        if (hidden) expect(new Set(same.map((other) => other[place])).size).toBeGreaterThan(1)
      })
    }),
    { numRuns: 500 },
  )
})
