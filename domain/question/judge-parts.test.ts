import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matching, multipleChoice, ordering, singleChoice } from '@/tests/support/course-factories'
import { gradeAnswer } from './grade-answer'
import { judgeParts } from './judge-parts'

it('judges each pair of a matching, also one that was left open', () => {
  expect(judgeParts(matching(), { p1: 'b' })).toEqual([
    { asks: 'p1', chosen: 'b', right: 'a', correct: false },
    { asks: 'p2', chosen: null, right: 'b', correct: false },
  ])
})

it('judges an order place by place', () => {
  const places = judgeParts(ordering({ correct: ['c', 'a', 'b'] }), ['c', 'b', 'a'])

  expect(places.map(({ asks, chosen, correct }) => [asks, chosen, correct])).toEqual([
    [1, 'c', true],
    [2, 'b', false],
    [3, 'a', false],
  ])
})

describe('a choice', () => {
  it('of one option is shown beside the right one', () => {
    expect(judgeParts(singleChoice(), ['b'])).toEqual([{ asks: null, chosen: 'b', right: 'a', correct: false }])
    expect(judgeParts(singleChoice(), null)).toEqual([{ asks: null, chosen: null, right: 'a', correct: false }])
  })

  it('of several options is judged option by option, and then what was missed', () => {
    expect(judgeParts(multipleChoice({ correct: ['a', 'b'] }), ['c', 'a'])).toEqual([
      { asks: null, chosen: 'c', right: null, correct: false },
      { asks: null, chosen: 'a', right: 'a', correct: true },
      { asks: null, chosen: null, right: 'b', correct: false },
    ])
  })
})

it('finds every part right exactly when the question earns its whole point', () => {
  const question = fc.constantFrom(singleChoice(), multipleChoice(), ordering())
  const picks = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
  const pairs = fc.dictionary(fc.constantFrom('p1', 'p2'), fc.constantFrom('a', 'b', 'c'), { minKeys: 1 })
  const asked = fc.oneof(fc.tuple(question, picks), fc.tuple(fc.constant(matching()), pairs))
  fc.assert(
    fc.property(asked, ([key, answer]) => {
      // Several picks are not a valid answer to a single choice.
      fc.pre(key.kind !== 'single' || (answer as string[]).length === 1)
      return judgeParts(key, answer).every(({ correct }) => correct) === (gradeAnswer(key, answer) === 1)
    }),
  )
})
