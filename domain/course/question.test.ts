import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localized, multipleChoice, option, ordering, singleChoice, trueFalse } from '@/tests/support/course-factories'
import { anyQuestion } from '@/tests/support/question-arbitraries'
import { isAskedAlike, isGradedAlike, withoutAnswers } from '../exam/public-question'
import { type QuestionKey, questionKeySchema } from './question'

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
  ['a kind that does not exist', { ...singleChoice(), kind: 'essay' }],
])('refuses %s', (_, question) => {
  expect(questionKeySchema.safeParse(question).success).toBe(false)
})

/** Every string that would reveal the answer: the fields that only the key has. */
function secretsOf({ explanation, cites, reread, objective, options }: QuestionKey): string[] {
  const ofOptions = options.flatMap((each) => [...Object.values(each.feedback), ...each.cites])
  return [...Object.values(explanation), ...cites, reread, objective, ...ofOptions].map((text) => JSON.stringify(text))
}

it('sends out nothing of the key: no feedback, explanation, citation or passage', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const sent = JSON.stringify(withoutAnswers(question))
      expect(secretsOf(question).filter((secret) => sent.includes(secret))).toEqual([])
      expect(sent).not.toMatch(/"(correct|feedback|explanation|cites|reread|objective|pattern)"/)
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

it('lists what goes out: a new field of the key stays at home', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const key: QuestionKey = Object.assign(structuredClone(question), { weight: 2 })
      const parts = key.kind === 'matching' ? [...key.options, ...key.prompts] : key.options
      for (const part of parts) Object.assign(part, { weight: 2 })

      expect(JSON.stringify(withoutAnswers(key))).toBe(JSON.stringify(withoutAnswers(question)))
      const prompts = key.kind === 'matching' ? ['prompts'] : []
      expect(Object.keys(withoutAnswers(key))).toEqual(['id', 'kind', 'stem', ...prompts, 'options'])
    }),
  )
})

it('leaves the words of true and false to the interface', () => {
  expect(withoutAnswers(trueFalse()).options).toEqual([
    { id: 'true', text: null },
    { id: 'false', text: null },
  ])
})

it('puts the options in the order they were drawn in', () => {
  const order = ['c', 'a', 'b']

  expect(withoutAnswers(singleChoice(), order).options.map(({ id }) => id)).toEqual(order)
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
