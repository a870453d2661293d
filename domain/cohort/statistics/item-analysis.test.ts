import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  completing,
  computing,
  multipleChoice,
  option,
  ranking,
  singleChoice,
  trueFalse,
} from '@/tests/support/course-factories'
import { LOCALES, type Locale } from '../../locale'
import type { QuestionKey } from '../../question/question'
import { confidentAndWrong } from './confident-and-wrong'
import { correlation } from './correlation'
import { cronbachAlpha } from './cronbach-alpha'
import { disclose } from './disclose'
import { disclosedChoices } from './disclosed-choices'
import { discrimination } from './discrimination'
import { distractors, ELSE, NO_ANSWER } from './distractors'
import { facility, ratesOf } from './facility'
import { facilityByLanguage, mayBeMistranslated } from './facility-by-language'
import { attemptsAt, type FirstAttempt } from './first-attempt'

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
/** This many people, with one attempt each. */
const people = (count: number, overrides: Partial<FirstAttempt>, from = `${JSON.stringify(overrides)}`) =>
  Array.from({ length: count }, (_, place) => attempt({ personKey: `${from} ${place}`, ...overrides }))
/** Attempts from a matrix of scores, with a row for each person and a column for each question q1, q2, … */
const matrix = (scores: readonly (readonly number[])[]) =>
  scores.flatMap((row, person) =>
    row.map((score, place) => attempt({ personKey: `p${person}`, questionId: `q${place + 1}`, score })),
  )
const shown = (count: number) => ({ status: 'shown', people: count })
const hidden = { status: 'hidden', reason: 'protects-a-group' }

it('gives facility as the share of full marks, with n and an interval', () => {
  const attempts = [...people(12, { score: 1 }), ...people(8, { score: 0.5 })]
  const [rate] = ratesOf(disclose(facility(attempts, 'q1')))

  expect(rate).toMatchObject({ status: 'shown', people: 20, rate: 0.6 })
})

it('does not print a facility of all, of none, or of all but a few', () => {
  fc.assert(
    fc.property(fc.nat({ max: 40 }), fc.nat({ max: 40 }), (right, wrong) => {
      const attempts = [...people(right, { score: 1 }), ...people(wrong, { score: 0 })]
      const [rate] = ratesOf(disclose(facility(attempts, 'q1')))
      expect(rate?.status).toBe(right >= 5 && wrong >= 5 ? 'shown' : 'hidden')
    }),
  )
})

it('refuses to count a person twice', () => {
  expect(() => attemptsAt([attempt({}), attempt({})], 'q1')).toThrow(RangeError)
})

it('reports a language whose interval lies wholly below that of another one', () => {
  const of = (language: Locale, right: number, wrong: number) => [
    ...people(right, { language, score: 1 }),
    ...people(wrong, { language, score: 0 }),
  ]
  const rates = ratesOf(disclose(facilityByLanguage([...of('ar', 40, 8), ...of('fr', 8, 20), ...of('en', 9, 5)], 'q1')))

  expect(rates.map(({ label }) => label)).toEqual(LOCALES)
  expect(mayBeMistranslated(rates)).toEqual(['fr'])
  expect(mayBeMistranslated(rates.filter(({ label }) => label !== 'ar'))).toEqual([])
  expect(mayBeMistranslated([])).toEqual([])
})

it('gives no rate for a language that nobody read in', () => {
  const rates = ratesOf(disclose(facilityByLanguage([...people(9, {}), ...people(9, { score: 0 })], 'q1')))

  expect(rates.map(({ status }) => status)).toEqual(['shown', 'hidden', 'hidden'])
})

it('counts what those who were wrong chose', () => {
  const question = singleChoice({ options: ['a', 'b', 'c'].map((id) => option(id)), correct: ['a'] })
  const wrong = (count: number, chosen: string[]) => people(count, { score: 0, chosen })
  const tables = (attempts: FirstAttempt[]) => distractors(attempts, question).map((each) => disclose(each))

  expect(tables([...people(9, {}), ...wrong(6, ['b']), ...wrong(7, ['c'])])[0]).toMatchObject({
    people: shown(13),
    columns: [
      { label: 'b', people: shown(6) },
      { label: 'c', people: shown(7) },
    ],
  })
  expect(tables([...people(9, {}), ...wrong(6, ['b']), ...wrong(6, ['c']), ...wrong(5, [])])[0]?.columns[2]).toEqual({
    label: NO_ANSWER,
    people: shown(5),
  })
  expect(tables([...people(4, {}), ...wrong(6, ['b']), ...wrong(7, ['c'])])[0]?.people).toEqual(hidden)
})

it('counts, for each option of a multiple choice, who ticked it among people with a wrong answer', () => {
  const attempts = [
    ...people(8, { chosen: ['a', 'b'] }),
    ...people(6, { score: 0.5, chosen: ['a'] }),
    ...people(7, { score: 0, chosen: ['b', 'c'] }),
  ]
  const tables = distractors(attempts, multipleChoice()).map((each) => disclose(each))

  expect(tables.map(({ rows }) => [rows[0]?.label, ...(rows[0]?.cells ?? [])])).toEqual([
    ['a', shown(6), shown(7)],
    ['b', shown(7), shown(6)],
    ['c', shown(7), shown(6)],
  ])
  expect(distractors(attempts, trueFalse())).toEqual([])
})

it('counts, for each part, the options that people with a wrong answer chose', () => {
  const attempts = [
    ...people(8, { chosen: ['a', 'd'] }),
    ...people(6, { score: 0.5, chosen: ['a', 'c'] }),
    ...people(7, { score: 0, chosen: ['b', 'c'] }),
  ]
  const columns = (question: QuestionKey) =>
    distractors(attempts, question).map((each) => {
      const table = disclose(each)
      return [table.rows[0]?.label, ...table.columns.map(({ label }) => label), ...(table.rows[0]?.cells ?? [])]
    })

  expect(columns(completing())[0]).toEqual(['b1', 'a', 'b', shown(6), shown(7)])
  expect(columns(computing())[0]).toEqual(['min', 'a', 'b', shown(6), shown(7)])
  expect(distractors(attempts, ranking())).toEqual([])
})

it('counts separately the numbers that no option names', () => {
  const attempts = [
    ...people(8, { chosen: ['a', 'c'] }),
    ...people(6, { score: 0.5, chosen: ['b', 'c'] }),
    ...people(7, { score: 0.5, chosen: ['c'] }),
  ]
  const choices = disclosedChoices(attempts, computing())

  expect(distractors(attempts, computing()).map((each) => disclose(each).columns.map(({ label }) => label))[0]).toEqual(
    ['a', 'b', ELSE],
  )
  expect(choices?.chosen.map(({ label }) => label)).not.toContain(ELSE)
  expect(choices?.leftOut).toBeNull()
})

it('correlates a question with the rest of the test, without the question itself', () => {
  const scores = Array.from({ length: 20 }, (_, person) => [person % 2, person % 2, person < 10 ? 1 : 0])
  const itemRest = disclose(discrimination(matrix(scores), 'q1'))
  const rest = scores.map(([first, second, third]) => [first ?? 0, ((second ?? 0) + (third ?? 0)) / 2] as const)

  expect(itemRest).toMatchObject({ status: 'shown', people: 20, value: { itemRest: correlation(rest) } })
  expect(correlation(rest)).toBeCloseTo(Math.SQRT1_2, 12)
})

it('hides a discrimination that depends on a few people', () => {
  const scores = Array.from({ length: 20 }, (_, person) => [person < 4 ? 0 : 1, person % 2])

  expect(disclose(discrimination(matrix(scores), 'q1'))).toMatchObject(hidden)
})

it('keeps a correlation in [-1, 1], whatever the units', () => {
  const pair = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2 }), (pairs) => {
      const r = correlation(pairs)
      if (r === null) return
      expect(Math.abs(r)).toBeLessThanOrEqual(1)
      expect(correlation(pairs.map(([x, y]) => [y, x]))).toBeCloseTo(r, 6)
      expect(correlation(pairs.map(([x, y]) => [1 - x, y]))).toBeCloseTo(-r, 6)
    }),
  )
})

it('gives the alpha of a worked example', () => {
  // Variances over n − 1 = 9: 4/15, 5/18 and 4/15 for the questions, 14.5/9 for the sums.
  const scores = [[1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 0], [1, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0], [0, 0, 0], [0, 0, 0]] // biome-ignore format: a table
  const alpha = (3 / 2) * (1 - (4 / 15 + 5 / 18 + 4 / 15) / (14.5 / 9))

  expect(disclose(cronbachAlpha(matrix(scores), ['q1', 'q2', 'q3']))).toMatchObject({
    people: 10,
    value: { questions: 3 },
  })
  expect(disclose(cronbachAlpha(matrix(scores), ['q1', 'q2', 'q3']))).toMatchObject({
    value: { alpha: expect.closeTo(alpha, 12) },
  })
})

it('gives alpha 1 for one question asked again and again, and about 0 for questions that share nothing', () => {
  const same = Array.from({ length: 12 }, (_, person) => [person % 2, person % 2, person % 2])
  const apart = Array.from({ length: 16 }, (_, person) => [0, 1, 2, 3].map((bit) => (person >> bit) & 1))

  expect(disclose(cronbachAlpha(matrix(same), ['q1', 'q2', 'q3']))).toMatchObject({
    value: { alpha: expect.closeTo(1) },
  })
  expect(disclose(cronbachAlpha(matrix(apart), ['q1', 'q2', 'q3', 'q4']))).toMatchObject({
    value: { alpha: expect.closeTo(0) },
  })
})

it('refuses an alpha of one question, of people who all have the same sum, and of fewer than five', () => {
  const turned = Array.from({ length: 12 }, (_, person) => [person % 2, 1 - (person % 2)])
  const status = (scores: number[][], ids: string[]) => disclose(cronbachAlpha(matrix(scores), ids))

  expect(status(turned, ['q1'])).toMatchObject({ reason: 'too-few-questions' })
  expect(status(turned, ['q1', 'q2'])).toMatchObject(hidden)
  expect(status(turned.slice(0, 4), ['q1', 'q2'])).toMatchObject({ reason: 'too-few-people' })
})

it('leaves out of alpha the people who did not meet every question', () => {
  const scores = Array.from({ length: 12 }, (_, person) => [person % 2, person % 3 ? 1 : 0])
  const attempts = [...matrix(scores), attempt({ personKey: 'late', questionId: 'q1', score: 0 })]

  expect(disclose(cronbachAlpha(attempts, ['q1', 'q2']))).toMatchObject({ people: 12 })
})

it('counts people, not answers, who were sure and wrong about a provision', () => {
  const sureTwice = ['q1', 'q2'].flatMap((questionId) =>
    people(6, { questionId, score: 0, certainty: 'sure' }, 'misled'),
  )
  const right = ['q1', 'q2'].flatMap((questionId) => people(9, { questionId, certainty: 'sure' }, 'right'))
  const attempts = [...sureTwice, ...people(7, { score: 0, certainty: null }), ...right]
  const [rate] = ratesOf(disclose(confidentAndWrong(attempts, 'cp-448-1')))

  expect(rate).toMatchObject({ label: 'cp-448-1', people: 13, rate: 6 / 13 })
})

it('hides the confident and wrong of a provision when nearly everybody was wrong', () => {
  const attempts = [...people(8, { score: 0, certainty: 'sure' }), ...people(7, { score: 0 }), ...people(4, {})]

  expect(disclose(confidentAndWrong(attempts, 'cp-448-1')).people).toEqual(hidden)
})
