import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  completing,
  computing,
  localized,
  marking,
  multipleChoice,
  option,
  ordering,
  ranking,
  result,
  singleChoice,
  trueFalse,
} from '@/tests/support/course-factories'
import { anyQuestion } from '@/tests/support/question-arbitraries'
import { isAskedAlike, isGradedAlike, withoutAnswers } from './public-question'
import { type QuestionKey, type QuestionKind, questionKeySchema } from './question'
import { stepsOf } from './question-texts'

it('accepts a question of every kind', () => {
  fc.assert(fc.property(anyQuestion, (question) => questionKeySchema.safeParse(question).success))
})

it.each<[string, unknown]>([
  ['two right options of a single choice', { ...singleChoice(), correct: ['a', 'b'] }],
  ['one right option of a multiple choice', { ...multipleChoice(), correct: ['a'] }],
  ['a true or false with a third option', { ...trueFalse(), options: [option('true'), option('maybe')] }],
  ['an order of two', { ...ordering(), correct: ['a', 'b'] }],
  [
    'an option without feedback',
    { ...singleChoice(), options: [{ ...option('a'), feedback: undefined }, option('b')] },
  ],
  ['an option that cites nothing', { ...singleChoice(), options: [{ ...option('a'), cites: [] }, option('b')] }],
  ['a citation in free words', { ...singleChoice(), cites: ['article 448-1'] }],
  ['a passage without a section', { ...singleChoice(), reread: 'offence' }],
  ['a word that no question has', { ...singleChoice(), hint: 'a' }],
  ['a place of a step beyond the last', { ...ranking(), correct: { a: '1', b: '2', c: '7' } }],
  ['a place that is no text', { ...ranking(), correct: { a: 1, b: 2, c: 2 } }],
  ['a number to compute without its steps', { ...computing(), steps: [] }],
  ['a right number as nobody stores it', { ...computing(), correct: { min: '10.0', max: '20.5' } }],
  ['a unit that nobody knows', { ...computing(), asks: [{ ...computing().asks[0], unit: 'dollars' }] }],
  ['a number whose id could be one', { ...computing(), options: [{ ...result('a', 'min', 10), id: '10' }] }],
  ['a tolerance below nothing', { ...computing(), asks: [{ ...computing().asks[0], tolerance: -1 }] }],
  ['a document with two spans', { ...marking(), options: [option('a'), option('b')], correct: ['a'] }],
  ['a choice that belongs to no blank', { ...completing(), options: ['a', 'b', 'c', 'd'].map((id) => option(id)) }],
  ['a kind that does not exist', { ...singleChoice(), kind: 'essay' }],
])('refuses %s', (_, question) => {
  expect(questionKeySchema.safeParse(question).success).toBe(false)
})

/** Every string that would reveal the answer: the fields that only the key has. */
function secretsOf(question: QuestionKey): string[] {
  const { explanation, cites, reread, objective, options } = question
  const steps = stepsOf(question).flatMap((step) => Object.values(step))
  const ofOptions = options.flatMap((each) => [...Object.values(each.feedback), ...each.cites])
  return [...Object.values(explanation), ...steps, ...cites, reread, objective, ...ofOptions].map((text) =>
    JSON.stringify(text),
  )
}

it('sends out nothing of the key: no feedback, explanation, citation or passage', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const sent = JSON.stringify(withoutAnswers(question))
      expect(secretsOf(question).filter((secret) => sent.includes(secret))).toEqual([])
      expect(sent).not.toMatch(/"(correct|feedback|explanation|cites|reread|objective|pattern|value|tolerance|steps)"/)
    }),
  )
})

it('sends out the same whatever the key says', () => {
  fc.assert(
    fc.property(anyQuestion, anyQuestion, (question, other) => {
      const turned = { ...question, correct: other.correct, explanation: other.explanation } as QuestionKey
      expect(withoutAnswers(turned)).toEqual(withoutAnswers(question))
    }),
  )
})

it('sends only listed fields: a new field of the key is not sent', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const key: QuestionKey = Object.assign(structuredClone(question), { weight: 2 })
      for (const part of partsOf(key)) Object.assign(part, { weight: 2 })

      expect(JSON.stringify(withoutAnswers(key))).toBe(JSON.stringify(withoutAnswers(question)))
      expect(Object.keys(withoutAnswers(key))).toEqual(['id', 'kind', 'stem', ...SHOWN[key.kind]])
    }),
  )
})

/** The fields that each kind sends out, besides `id`, `kind` and `stem`. */
const SHOWN: Readonly<Record<QuestionKind, readonly string[]>> = {
  single: ['options'],
  multiple: ['options'],
  'true-false': ['options'],
  matching: ['prompts', 'options'],
  ordering: ['options'],
  ranking: ['options'],
  computing: ['asks'],
  marking: ['passage', 'options'],
  completing: ['passage', 'options'],
}

function partsOf(key: QuestionKey): object[] {
  if (key.kind === 'matching') return [...key.options, ...key.prompts]
  return key.kind === 'computing' ? [...key.options, ...key.asks] : key.options
}

it('leaves the words of true and false to the interface', () => {
  expect(withoutAnswers(trueFalse())).toHaveProperty('options', [
    { id: 'true', text: null },
    { id: 'false', text: null },
  ])
})

it('puts the options in the order they were drawn in', () => {
  const order = ['c', 'a', 'b']

  expect(withoutAnswers(singleChoice(), order)).toMatchObject({ options: order.map((id) => ({ id })) })
})

it('tells whether two questions are asked alike, and whether they are judged alike', () => {
  const question = singleChoice()
  const [first, ...others] = question.options
  if (!first) throw new Error('no option')
  const reworded = { ...question, options: [{ ...first, text: localized('other') }, ...others] }
  const explained = { ...question, explanation: localized('better'), cites: ['cp-16'] }
  const turned = { ...question, correct: ['b'] }

  expect([reworded, explained, turned].map((other) => isAskedAlike(question, other))).toEqual([false, true, true])
  expect([reworded, explained, turned].map((other) => isGradedAlike(question, other))).toEqual([false, true, false])
})

it('is graded differently if a number may be further from the right one', () => {
  const wider = computing({ asks: computing().asks.map((ask) => ({ ...ask, tolerance: 1 })) })

  expect(isAskedAlike(computing(), wider)).toBe(true)
  expect(isGradedAlike(computing(), wider)).toBe(false)
  expect(isGradedAlike(computing(), computing())).toBe(true)
})
