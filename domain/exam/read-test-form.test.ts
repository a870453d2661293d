import { expect, it } from 'vitest'
import { readTestForm } from './read-test-form'

it('reads where to go and what was chosen', () => {
  expect(
    readTestForm(
      [
        ['go', '2'],
        ['a', 'b'],
      ],
      1,
    ),
  ).toEqual({ go: '2', answer: ['b'] })
  expect(
    readTestForm(
      [
        ['m.p1', 'x'],
        ['go', 'check'],
      ],
      1,
    ),
  ).toEqual({ go: 'check', answer: { p1: 'x' } })
})

it('reads a question without an answer as unanswered', () => {
  expect(readTestForm([['go', '2']], 1)).toEqual({ go: '2', answer: null })
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
  expect(readTestForm(fields as [string, string][], 1)).toBeNull()
})

it('moves an option, keeps the order, and comes back to it', () => {
  const order = [
    ['o.x', ''],
    ['o.y', ''],
    ['o.z', ''],
  ] as const
  expect(readTestForm([...order, ['move', 'z:up']], 4)).toEqual({ go: '4#question-z', answer: ['x', 'z', 'y'] })
  expect(readTestForm([...order, ['move', 'keep']], 4)).toEqual({ go: '4#question-hint', answer: ['x', 'y', 'z'] })
})
