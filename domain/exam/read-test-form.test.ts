import { expect, it } from 'vitest'
import { readTestForm } from './read-test-form'

it('reads where to go and what was chosen', () => {
  expect(
    readTestForm([
      ['go', '2'],
      ['a', 'b'],
    ]),
  ).toEqual({ go: '2', answer: ['b'] })
  expect(
    readTestForm([
      ['m.p1', 'x'],
      ['go', 'check'],
    ]),
  ).toEqual({ go: 'check', answer: { p1: 'x' } })
})

it('takes a question left out as none', () => {
  expect(readTestForm([['go', '2']])).toEqual({ go: '2', answer: null })
})

it.each([
  [[['a', 'b']]],
  [[['go', 'elsewhere']]],
  [[['go', '../2']]],
  [
    [
      ['go', '2'],
      ['a', 'x'.repeat(99)],
    ],
  ],
])('is no form of a question: %j', (fields) => {
  expect(readTestForm(fields as [string, string][])).toBeNull()
})
