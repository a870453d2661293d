import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localized, matching, multipleChoice, option, ordering, singleChoice } from '@/tests/support/course-factories'
import { anyAnswer, anyMatching, anyMultiple, anyQuestion } from '@/tests/support/question-arbitraries'
import type { Answer } from './answer'
import { gradeAnswer } from './grade-answer'
import type { QuestionKey } from './question'

const options = (...ids: string[]) => ids.map((id) => option(id))

it('gives the point for the key, whatever the kind', () => {
  fc.assert(fc.property(anyQuestion, (question) => gradeAnswer(question, question.correct) === 1))
})

it('never gives less than zero points or more than one', () => {
  fc.assert(
    fc.property(anyQuestion, anyAnswer, (question, answer) => {
      const points = gradeAnswer(question, answer)
      return points >= 0 && points <= 1
    }),
  )
})

it('gives the whole point for nothing but the key', () => {
  fc.assert(
    fc.property(anyQuestion, anyAnswer, fc.boolean(), (question, given, right) => {
      const answer = right ? question.correct : given
      const said = (words: Answer | null) => JSON.stringify(words && unordered(question, words))
      return (gradeAnswer(question, answer) === 1) === (said(answer) === said(question.correct))
    }),
  )
})

/** The answer without its order, except where the question asks for an order. */
function unordered({ kind }: QuestionKey, answer: Answer) {
  if (!Array.isArray(answer)) return Object.entries(answer).toSorted()
  return kind === 'multiple' ? answer.toSorted() : answer
}

it('gives nothing for no answer, and for one that does not fit', () => {
  expect(gradeAnswer(singleChoice(), null)).toBe(0)
  expect(gradeAnswer(singleChoice({ correct: ['a'] }), ['a', 'b'])).toBe(0)
  expect(gradeAnswer(multipleChoice({ correct: ['a', 'b'] }), ['a', 'a', 'b'])).toBe(0)
})

it('gives nothing for ticking everything where at least as many options are wrong as right', () => {
  fc.assert(
    fc.property(anyMultiple, (question) => {
      fc.pre(question.options.length >= 2 * question.correct.length)
      const everything = question.options.map(({ id }) => id)
      return gradeAnswer(question, everything) === 0
    }),
  )
})

it.each([
  ['one right option of two', ['a'], 0.5],
  ['both right options and a wrong one', ['a', 'b', 'c'], 0.5],
  ['a right option and a wrong one', ['b', 'd'], 0],
  ['more wrong options than right ones', ['a', 'c', 'd'], 0],
])('lets a wrong tick cancel a right one: %s', (_, answer, points) => {
  const question = multipleChoice({ options: options('a', 'b', 'c', 'd'), correct: ['a', 'b'] })

  expect(gradeAnswer(question, answer)).toBe(points)
})

it('does not mind in which order options were ticked or pairs were made', () => {
  fc.assert(
    fc.property(fc.oneof(anyMultiple, anyMatching), anyAnswer, (question, answer) => {
      const turned = Array.isArray(answer)
        ? answer.toReversed()
        : answer && Object.fromEntries(Object.entries(answer).toReversed())
      return gradeAnswer(question, turned) === gradeAnswer(question, answer)
    }),
  )
})

it('gives an order a full point or nothing', () => {
  const question = ordering({ options: options('a', 'b', 'c', 'd'), correct: ['c', 'a', 'd', 'b'] })

  expect(gradeAnswer(question, ['c', 'a', 'b', 'd'])).toBe(0)
  expect(gradeAnswer(question, { c: '1', a: '2', d: '3' })).toBe(0)
})

it('gives each pair its share', () => {
  const prompts = ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, text: localized(id) }))
  const question = matching({ prompts, correct: { p1: 'a', p2: 'b', p3: 'c', p4: 'a' } })

  expect(gradeAnswer(question, { p1: 'a', p2: 'c', p3: 'c' })).toBe(0.5)
  expect(gradeAnswer(question, { p1: 'b', p2: 'b', p3: 'b', p4: 'b' })).toBe(0.25)
})
