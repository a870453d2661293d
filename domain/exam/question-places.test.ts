import { expect, it } from 'vitest'
import { ordering, singleChoice } from '@/tests/support/course-factories'
import { openPlaces, questionPlaces, testPlaces } from './question-places'

const choice = singleChoice({ id: 'q1' })
const order = ordering({ id: 'q2' })
const places = questionPlaces([
  { position: 1, key: choice, answer: ['a'], flagged: true },
  { position: 2, key: order, answer: ['c'], flagged: false },
  { position: 3, key: choice, answer: null },
])

it('tells how far each question is answered, and nothing of its key', () => {
  expect(places).toEqual([
    { place: 1, state: 'answered', flagged: true },
    { place: 2, state: 'incomplete', flagged: false },
    { place: 3, state: 'unanswered', flagged: false },
  ])
})

it('lists what is still open and what was flagged', () => {
  expect(openPlaces(places)).toEqual({ missing: [3], incomplete: [2], flagged: [1] })
})

it('finds the answers of a test by place', () => {
  const states = testPlaces([{ key: choice }, { key: choice }], new Map([[2, ['a']]])).map(({ state }) => state)

  expect(states).toEqual(['unanswered', 'answered'])
})
