import { describe, expect, it } from 'vitest'
import { matching, multipleChoice, ordering, singleChoice } from '@/tests/support/course-factories'
import { answerState, isComplete } from './is-complete'

describe('a matching', () => {
  it.each([
    [{ p1: 'a' }, false],
    [{ p1: 'a', p2: 'b' }, true],
    [{ p1: 'a', p2: 'a' }, true],
  ])('answered with %o is complete: %s', (answer, complete) => {
    expect(isComplete(matching(), answer)).toBe(complete)
  })
})

describe('an order', () => {
  it.each([
    [['a', 'b'], false],
    [['a', 'a', 'b'], false],
    [['a', 'b', 'c'], true],
  ])('of %o is complete: %s', (answer, complete) => {
    expect(isComplete(ordering(), answer)).toBe(complete)
  })
})

it('asks a choice for one option, however many are right', () => {
  expect(isComplete(singleChoice(), ['c'])).toBe(true)
  expect(isComplete(multipleChoice(), ['c'])).toBe(true)
  expect(isComplete(multipleChoice(), [])).toBe(false)
})

it('distinguishes a question that was begun from one that was not', () => {
  expect(answerState(matching(), null)).toBe('unanswered')
  expect(answerState(matching(), { p2: 'b' })).toBe('incomplete')
  expect(answerState(matching(), { p1: 'c', p2: 'b' })).toBe('answered')
})
