import fc from 'fast-check'
import { expect, it } from 'vitest'
import { multipleChoice, singleChoice, trueFalse } from '@/tests/support/course-factories'
import { LOCALES } from '../../locale'
import type { QuestionKey } from '../../question/question'
import { disclose } from './disclose'
import { disclosedChoices, withoutOptions } from './disclosed-choices'
import { concernOf } from './discrimination'
import { ratesOf } from './facility'
import type { FirstAttempt } from './first-attempt'
import { costliest, discloseGroup, needsReview, reportLearning } from './learning-report'
import { provisionErrors } from './provision-errors'

const attempt = (overrides: Partial<FirstAttempt>): FirstAttempt => ({
  personKey: 'p0',
  language: 'ar',
  questionId: 'q1',
  provisions: ['cp-448-1'],
  score: 1,
  chosen: ['a'],
  certainty: 'fairly',
  ...overrides,
})
const people = (count: number, overrides: Partial<FirstAttempt>, from = JSON.stringify(overrides)) =>
  Array.from({ length: count }, (_, place) => attempt({ personKey: `${from} ${place}`, ...overrides }))
const errorsOf = (attempts: readonly FirstAttempt[], provision = 'cp-448-1') =>
  ratesOf(disclose(provisionErrors(attempts, provision)))[0]

it('counts whom a provision cost a point, each person once', () => {
  const twice = ['q1', 'q2'].flatMap((questionId) => people(6, { questionId, score: 0 }, 'misled'))
  const right = ['q1', 'q2'].flatMap((questionId) => people(14, { questionId }, 'right'))

  expect(errorsOf([...twice, ...right])).toMatchObject({ status: 'shown', people: 20, rate: 0.3 })
})

it('says that few people have met a provision, and hides their results', () => {
  expect(errorsOf(people(4, { score: 0 }))).toMatchObject({ status: 'hidden', reason: 'too-few-people' })
  expect(errorsOf([...people(9, {}), ...people(3, { score: 0 })])).toMatchObject({ reason: 'protects-a-group' })
})

it('hides a provision that would reveal a hidden question by subtraction', () => {
  const shown = [...people(6, { questionId: 'q1', score: 0 }), ...people(8, { questionId: 'q1' })]
  const hidden = [...people(2, { questionId: 'q2', score: 0 }), ...people(9, { questionId: 'q2' })]

  expect(errorsOf(shown)?.status).toBe('shown')
  expect(errorsOf([...shown, ...hidden])?.status).toBe('hidden')
  const more = [...people(4, { questionId: 'q3', score: 0 }), ...people(9, { questionId: 'q3' })]
  expect(errorsOf([...shown, ...hidden, ...more])).toMatchObject({ status: 'shown', people: 38 })
})

it('never shows a provision beside questions that leave fewer than five', () => {
  const counts = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(counts, (questions) => {
      const attempts = questions.flatMap(([right, wrong], place) => [
        ...people(right, { questionId: `q${place}` }),
        ...people(wrong, { questionId: `q${place}`, score: 0 }),
      ])
      const rest = questions.filter(([right, wrong]) => right + wrong > 0 && (right < 5 || wrong < 5))
      const sumOf = (side: 0 | 1) => rest.reduce((total, each) => total + each[side], 0)
      if (errorsOf(attempts)?.status === 'shown')
        expect(rest.length === 0 || (sumOf(0) >= 5 && sumOf(1) >= 5)).toBe(true)
    }),
  )
})

const bank: QuestionKey[] = [
  singleChoice({ id: 'q1', correct: ['a'] }),
  multipleChoice({ id: 'q2' }),
  trueFalse({ id: 'q3' }),
]

it('lists the provisions that cost most first and the hidden ones last', () => {
  const of = (provision: string, right: number, wrong: number) => [
    ...people(right, { questionId: provision, provisions: [provision] }),
    ...people(wrong, { questionId: provision, provisions: [provision], score: 0 }),
  ]
  const attempts = [...of('cp-2', 10, 6), ...of('cp-1', 20, 2), ...of('cp-3', 5, 9)]
  const report = reportLearning([discloseGroup(attempts, [], null)], [])

  expect(report.provisions.map(({ provision }) => provision)).toEqual(['cp-3', 'cp-2', 'cp-1'])
  expect(costliest(report, 3).map(({ provision }) => provision)).toEqual(['cp-3', 'cp-2'])
  expect(report.alpha).toBeNull()
})

it('names nobody and gives no key away', () => {
  const answers = fc.record({
    person: fc.nat({ max: 30 }),
    questionId: fc.constantFrom('q1', 'q2', 'q3'),
    chosen: fc.subarray(['a', 'b', 'c']),
    language: fc.constantFrom(...LOCALES),
  })
  const given = fc.uniqueArray(answers, { selector: ({ person, questionId }) => `${person} ${questionId}` })
  fc.assert(
    fc.property(given, (found) => {
      const attempts = found.map(({ person, ...one }) =>
        attempt({ ...one, score: one.chosen[0] === 'a' ? 1 : 0, personKey: `person-${person}` }),
      )
      const written = JSON.stringify(reportLearning([discloseGroup(attempts, bank, ['q1', 'q2', 'q3'])], bank))
      expect(written).not.toMatch(/person-\d|"(a|b|c|correct|stem)"/)
    }),
  )
})

it('counts what was chosen without saying which option it was', () => {
  const wrong = (count: number, chosen: string[]) => people(count, { score: 0, chosen })
  const attempts = [...people(9, {}), ...wrong(6, ['b']), ...wrong(8, ['c'])]

  const choices = disclosedChoices(attempts, singleChoice({ correct: ['a'] }))

  expect(choices && withoutOptions(choices)).toEqual({
    people: { status: 'shown', people: 14 },
    chosen: [8, 6].map((count) => ({ status: 'shown', people: count })),
    leftOut: null,
  })
  expect(disclosedChoices(attempts, trueFalse())).toBeNull()
})

it.each([
  [-0.01, 'negative'],
  [0, 'low'],
  [0.19, 'low'],
  [0.2, null],
] as const)('describes a discrimination of %d as %s', (itemRest, concern) => {
  expect(concernOf({ itemRest })).toBe(concern)
})

it('sends a reader to a question whose discrimination is negative or whose translation may be wrong', () => {
  const [question] = reportLearning([discloseGroup(people(12, { score: 1 }), bank, null)], bank).questions
  if (!question) throw new Error('no question')

  expect(needsReview(question)).toBe(false)
  expect(needsReview({ ...question, concern: 'low' })).toBe(true)
  expect(needsReview({ ...question, mistranslated: ['fr'] })).toBe(true)
})
