import { expect, it } from 'vitest'
import { type Counts, Disclosable, disclose, type Measure } from './disclose'

const counted = (counts: number[][], given?: number[]) =>
  new Disclosable<Counts>({
    definition: 'facility',
    table: { rowsAre: 'groups', rows: counts.map((_, row) => `row ${row}`), columns: ['right', 'not-right'], counts },
    ...(given && { given }),
  })
const measured = (measure: Partial<Measure<{ alpha: number }>>) =>
  disclose(new Disclosable({ definition: 'cronbach-alpha', people: 12, value: { alpha: 0.8 }, ...measure }))
const shown = (people: number) => ({ status: 'shown', people })
const hidden = { status: 'hidden', reason: 'protects-a-group' }

it('cannot be read, printed or serialised before it is disclosed', () => {
  const sealed = counted([[12, 7]])

  expect(JSON.stringify(sealed)).toBe('{}')
  expect(Object.keys(sealed)).toEqual([])
  // @ts-expect-error: code that holds the sealed value cannot reach the table.
  expect(sealed.table).toBeUndefined()
})

it('gives the cells and totals that may be read, by label', () => {
  expect(
    disclose(
      counted([
        [12, 7],
        [0, 0],
      ]),
    ),
  ).toEqual({
    // biome-ignore format: a table
    definition: 'facility',
    people: shown(19),
    rows: [
      { label: 'row 0', people: shown(19), cells: [shown(12), shown(7)] },
      { label: 'row 1', people: shown(0), cells: [shown(0), shown(0)] },
    ],
    columns: [
      { label: 'right', people: shown(12) },
      { label: 'not-right', people: shown(7) },
    ],
  })
})

it('does not say which of the hidden cells is the small one', () => {
  expect(disclose(counted([[16, 3]])).rows).toEqual([{ label: 'row 0', people: shown(19), cells: [hidden, hidden] }])
})

it('hides even the total of a table whose people are a group that is hidden elsewhere', () => {
  expect(disclose(counted([[6, 7]], [3, 13])).people).toEqual(hidden)
  expect(disclose(counted([[6, 7]], [5, 13])).people).toEqual(shown(13))
})

it('says that too few people answered', () => {
  expect(disclose(counted([[2, 2]])).people).toEqual({ status: 'hidden', reason: 'too-few-people' })
})

it.each([
  ['of five people', { people: 5 }, { status: 'shown', people: 5, value: { alpha: 0.8 } }],
  ['of four', { people: 4 }, { status: 'hidden', reason: 'too-few-people' }],
  ['of fewer than it asks for', { people: 9, least: 10 }, { status: 'hidden', reason: 'too-few-people' }],
  ['of fewer than five, whatever it asks for', { people: 4, least: 1 }, { status: 'hidden', reason: 'too-few-people' }],
  ['that cannot be', { value: 'too-few-questions' as const }, { status: 'hidden', reason: 'too-few-questions' }],
  ['whose answers are all but the same', { given: [11, 1] }, { status: 'hidden', reason: 'protects-a-group' }],
])('decides on a figure %s', (_, measure, outcome) => {
  expect(measured(measure)).toEqual({ definition: 'cronbach-alpha', ...outcome })
})
