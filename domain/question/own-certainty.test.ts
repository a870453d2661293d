import { expect, it } from 'vitest'
import { ownCertainty } from './own-certainty'

const judged = (position: number, certainty: 'sure' | 'fairly' | 'guess' | null, points: number) => ({
  position,
  answer: ['a'],
  certainty,
  points,
})

it('sets what she was sure of first, with what was not right', () => {
  const questions = [
    judged(1, 'guess', 1),
    judged(2, 'sure', 0),
    judged(3, null, 0),
    judged(4, 'sure', 1),
    judged(5, 'sure', 0.5),
    judged(6, 'guess', 0),
  ]
  expect(ownCertainty(questions)).toEqual([
    { certainty: 'sure', given: 3, missed: [2, 5] },
    { certainty: 'guess', given: 2, missed: [6] },
  ])
})

it('counts no certainty about a question without an answer', () => {
  expect(ownCertainty([{ ...judged(1, 'sure', 0), answer: null }])).toEqual([])
})
