import { expect, it } from 'vitest'
import { computing, ordering, ranking, singleChoice } from '@/tests/support/course-factories'
import { SAMPLES } from '@/tests/support/question-samples'
import { readAskedForm } from './read-asked-form'

it.each(Object.values(SAMPLES))('reads an answer of the kind $key.kind', ({ key, fields }) => {
  const form = readAskedForm(key, [...fields, ['certainty', 'fairly'], ['card', 'x']])

  expect(form).toMatchObject({ kind: 'given', certainty: 'fairly' })
})

it('has no certainty if none is chosen, or one that nobody can choose', () => {
  for (const more of [[], [['certainty', 'certain']]] as [string, string][][]) {
    expect(readAskedForm(singleChoice(), [['a', 'b'], ...more])).toEqual({
      kind: 'given',
      answer: ['b'],
      certainty: null,
    })
  }
})

it.each([
  ['nothing', []],
  ['an unknown option', [['a', 'z']]],
  [
    'two options of a single choice',
    [
      ['a', 'a'],
      ['a', 'b'],
    ],
  ],
] as [string, [string, string][]][])('finds no answer in %s', (_, fields) => {
  expect(readAskedForm(singleChoice(), fields)).toEqual({ kind: 'missing', answer: null, certainty: null })
})

it('reads an order that a button has moved as a draft, with the place of the option', () => {
  const fields: [string, string][] = [
    ['o.a', '1'],
    ['o.b', '2'],
    ['o.c', '3'],
    ['move', 'b:up'],
    ['certainty', 'sure'],
  ]

  expect(readAskedForm(ordering(), fields)).toEqual({
    kind: 'draft',
    draft: ['b', 'a', 'c'],
    certainty: 'sure',
    at: 'b',
  })
  expect(readAskedForm(ordering(), fields.slice(0, 3))).toMatchObject({ kind: 'given', answer: ['a', 'b', 'c'] })
})

it('keeps an incomplete order, which cannot be judged', () => {
  expect(
    readAskedForm(ordering(), [
      ['o.a', '1'],
      ['o.b', ''],
      ['o.c', ''],
    ]),
  ).toEqual({
    kind: 'missing',
    answer: { a: '1' },
    certainty: null,
  })
})

it('keeps an unclear number as typed, so that it can be shown again with the reason', () => {
  expect(readAskedForm(computing(), [['n.min', '10,000']])).toEqual({
    kind: 'missing',
    answer: { min: '10,000' },
    certainty: null,
  })
})

it('reads steps that a button has joined as a draft', () => {
  const fields: [string, string][] = [
    ['k.a', ''],
    ['k.b', ''],
    ['k.c', ''],
    ['move', 'b:up'],
  ]
  expect(readAskedForm(ranking(), fields)).toEqual({
    kind: 'draft',
    draft: { a: '1', b: '1', c: '2' },
    certainty: null,
    at: 'b',
  })
})
