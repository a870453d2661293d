import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matching, multipleChoice, ordering, singleChoice, trueFalse } from '@/tests/support/course-factories'
import { anyAnswer, anyQuestion } from '@/tests/support/question-arbitraries'
import type { Answer } from './answer'
import type { QuestionKey } from './question'
import { readAnswer, readFinalAnswer } from './read-answer'

it.each<[string, QuestionKey, Answer]>([
  ['one option of a single choice', singleChoice(), ['b']],
  ['a true or a false', trueFalse(), ['false']],
  ['one option of a multiple choice', multipleChoice(), ['c']],
  ['several options of a multiple choice', multipleChoice(), ['c', 'a']],
  ['a whole order', ordering(), ['b', 'c', 'a']],
  ['a whole matching', matching(), { p1: 'b', p2: 'a' }],
  ['a matching that is still being made', matching(), { p2: 'a' }],
  ['one option for two prompts', matching(), { p1: 'a', p2: 'a' }],
  ['an order that is still being made', ordering(), { b: '2' }],
  ['an order with a rank given twice', ordering(), { a: '1', b: '1', c: '2' }],
])('keeps %s', (_, question, answer) => {
  expect(readAnswer(question, answer)).toEqual(answer)
})

it.each<[string, QuestionKey, Answer]>([
  ['nothing', multipleChoice(), []],
  ['an empty matching', matching(), {}],
  ['two options of a single choice', singleChoice(), ['a', 'b']],
  ['both true and false', trueFalse(), ['true', 'false']],
  ['an option that the question does not have', multipleChoice(), ['a', 'z']],
  ['the same option twice', multipleChoice(), ['a', 'a']],
  ['an order with a step missing', ordering(), ['b', 'c']],
  ['an order that names a step twice', ordering(), ['b', 'c', 'c']],
  ['a whole order as ranks', ordering(), { a: '1', b: '2', c: '3' }],
  ['a rank that the order does not have', ordering(), { a: '4' }],
  ['a rank of an item that the question does not have', ordering(), { z: '1' }],
  ['no rank at all', ordering(), {}],
  ['pairs where options are asked for', singleChoice(), { p1: 'a' }],
  ['options where pairs are asked for', matching(), ['a', 'b']],
  ['a prompt that the question does not have', matching(), { p1: 'a', p9: 'b' }],
  ['a prompt that is only a word of the language', matching(), { constructor: 'a' }],
  ['a pair with an unknown option', matching(), { p1: 'z' }],
])('refuses %s', (_, question, answer) => {
  expect(readAnswer(question, answer)).toBeNull()
})

it('refuses an unfinished order where an answer is judged at once', () => {
  expect(readFinalAnswer(ordering(), { b: '2' })).toBeNull()
  expect(readFinalAnswer(ordering(), ['b', 'c', 'a'])).toEqual(['b', 'c', 'a'])
  expect(readFinalAnswer(matching(), { p2: 'a' })).toEqual({ p2: 'a' })
})

it('takes every right answer', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      expect(readAnswer(question, question.correct)).toEqual(question.correct)
    }),
  )
})

it('returns an answer unchanged, a number in its standard form, or nothing', () => {
  fc.assert(
    fc.property(anyQuestion, anyAnswer, (question, answer) => {
      const read = answer && readAnswer(question, answer)
      if (question.kind !== 'computing') return read === null || read === answer
      expect(readAnswer(question, read)).toEqual(read)
      return true
    }),
  )
})
