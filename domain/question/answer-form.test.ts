import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyAnswer, anyQuestion } from '@/tests/support/question-arbitraries'
import type { Answer } from './answer'
import { answerFromFields } from './answer-form'
import { FORMS } from './kinds/forms'
import type { QuestionKey } from './question'
import { readAnswer } from './read-answer'

type Fields = [string, string][]

it.each<[string, Fields, Answer | null]>([
  ['one choice', [['a', 'b']], ['b']],
  [
    'several choices, in the order of the page',
    [
      ['a', 'c'],
      ['a', 'a'],
    ],
    ['c', 'a'],
  ],
  [
    'pairs, without those left open',
    [
      ['m.p1', 'b'],
      ['m.p2', ''],
    ],
    { p1: 'b' },
  ],
  [
    'an order, by its ranks',
    [
      ['o.x', '2'],
      ['o.y', '3'],
      ['o.z', '1'],
    ],
    ['z', 'x', 'y'],
  ],
  ['nothing, where nothing was chosen', [['certainty', 'sure']], null],
  ['nothing, where no pair was made', [['m.p1', '']], null],
])('reads %s', (_, fields, answer) => {
  expect(answerFromFields(fields)).toEqual(answer)
})

it.each<[string, string[], Record<string, string> | null]>([
  ['a rank left open', ['1', '2', ''], { a: '1', b: '2' }],
  ['the first rank left open', ['', '', '1'], { c: '1' }],
  ['a rank twice', ['1', '1', '2'], { a: '1', b: '1', c: '2' }],
  ['a rank left out', ['1', '2', '4'], { a: '1', b: '2', c: '4' }],
  ['a rank that is no number', ['1', '2', 'three'], { a: '1', b: '2', c: 'three' }],
  ['no rank', ['', '', ''], null],
])('reads only the ranks of an order with %s', (_, ranks, read) => {
  expect(answerFromFields(ranks.map((rank, place) => [`o.${'abc'[place]}`, rank]))).toEqual(read)
})

it('leaves files and the fields of others alone', () => {
  const file = new Blob(['a'])

  expect(
    answerFromFields([
      ['a', file],
      ['attempt', '1'],
      ['flagged', '1'],
    ]),
  ).toBeNull()
})

it('reads back every answer that its form can hold', () => {
  fc.assert(
    fc.property(anyQuestion, anyAnswer, fc.boolean(), (question, given, right) => {
      const answer = right ? question.correct : given && readAnswer(question, given)
      expect(answerFromFields(fieldsOf(question, answer))).toEqual(answer)
    }),
  )
})

/** The fields that a browser posts for a question: every select, but checkboxes and radio buttons only if ticked. */
function fieldsOf(question: QuestionKey, answer: Answer | null): Fields {
  const given = new Map(answer ? FORMS[question.kind].write(answer) : [])
  if (question.kind === 'matching') return question.prompts.map(({ id }) => [`m.${id}`, given.get(`m.${id}`) ?? ''])
  if (question.kind === 'ordering') return question.options.map(({ id }) => [`o.${id}`, given.get(`o.${id}`) ?? ''])
  return answer ? FORMS[question.kind].write(answer) : []
}
