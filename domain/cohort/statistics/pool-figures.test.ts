import { expect, it } from 'vitest'
import type { Cell, DisclosedMeasure, HiddenReason } from './disclose'
import type { Rate } from './facility'
import { poolChoices, poolMeasures, poolRates } from './pool-figures'
import { wilsonInterval } from './wilson-interval'

const rate = (right: number, people: number): Rate => ({
  label: 'everyone',
  status: 'shown',
  people,
  rate: right / people,
  interval: wilsonInterval(right, people),
})
const hidden = (reason: HiddenReason): Rate => ({ label: 'everyone', status: 'hidden', reason })
const cell = (people: number): Cell => ({ status: 'shown', people })
const hiddenCell: Cell = { status: 'hidden', reason: 'protects-a-group' }

it('adds up the rates of the groups in which they are shown, and leaves out the others with their people', () => {
  expect(poolRates([rate(5, 12), hidden('protects-a-group'), rate(9, 14)], 'everyone')).toEqual(rate(14, 26))
})

it.each([
  ['too few people in every group', ['too-few-people', 'too-few-people'], 'too-few-people'],
  ['a small group in one of them', ['too-few-people', 'protects-a-group'], 'protects-a-group'],
  ['no group', [], 'protects-a-group'],
] as const)('hides a rate for %s', (_, reasons, reason) => {
  expect(poolRates(reasons.map(hidden), 'everyone')).toEqual(hidden(reason))
})

it('takes the mean of a measure, weighted by the people of each group', () => {
  const measure = (itemRest: number, people: number): DisclosedMeasure<{ itemRest: number }> => ({
    definition: 'discrimination',
    status: 'shown',
    people,
    value: { itemRest },
  })
  const none: DisclosedMeasure<{ itemRest: number }> = {
    definition: 'discrimination',
    status: 'hidden',
    reason: 'too-few-people',
  }
  const pool = (measures: DisclosedMeasure<{ itemRest: number }>[]) =>
    poolMeasures(
      measures,
      (value) => value.itemRest,
      (_, itemRest) => ({ itemRest }),
    )

  expect(pool([measure(0.5, 10), none, measure(0.2, 20)])).toEqual(measure(expect.closeTo(0.3), 30))
  expect(pool([none])).toEqual(none)
  expect(pool([])).toBeNull()
})

it('adds up the choices of groups that show the number of wrong answers', () => {
  const group = (people: Cell, b: Cell, c: Cell, leftOut: Cell | null = null) => ({
    people,
    chosen: [
      { label: 'b', cell: b },
      { label: 'c', cell: c },
    ],
    leftOut,
  })
  const whole = group(cell(12), cell(5), cell(7))

  expect(
    poolChoices([whole, group(hiddenCell, hiddenCell, hiddenCell), group(cell(16), cell(5), cell(6), cell(5))]),
  ).toEqual(group(cell(28), cell(10), cell(13), cell(5)))
  expect(poolChoices([whole, group(cell(10), hiddenCell, hiddenCell)])).toEqual(group(cell(22), hiddenCell, hiddenCell))
  expect(poolChoices([group(hiddenCell, hiddenCell, hiddenCell)])).toEqual({
    people: hiddenCell,
    chosen: [],
    leftOut: null,
  })
})
