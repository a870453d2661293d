import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  completing,
  localized,
  marking,
  matching,
  multipleChoice,
  option,
  singleChoice,
} from '@/tests/support/course-factories'
import { anyMultiple } from '@/tests/support/question-arbitraries'
import { gain, guessBank, guessReport } from './guess-bank'
import { STRATEGY_NAMES } from './strategies'

const LONG = 'A much longer text than all the others, since it says the law with care'
const said = (id: string, text: string) => ({ ...option(id), text: localized(text) })
const single = (texts: readonly string[], right: number, id = 'q') =>
  singleChoice({
    id,
    options: texts.map((text, at) => said('abcd'[at] ?? '', text)),
    correct: ['abcd'[right] ?? ''],
  })

it('earns a point where the longest option is right, and none where it is wrong', () => {
  const texts = ['Short one', LONG, 'Short two', 'Short six']
  expect(guessBank([single(texts, 1)], 'longest', 'fr')).toEqual([{ id: 'q', points: 1, chance: 0.25 }])
  expect(guessBank([single(texts, 0)], 'longest', 'fr')).toEqual([{ id: 'q', points: 0, chance: 0.25 }])
})

it('shares the point among options that match equally', () => {
  expect(guessBank([single(['Only so', 'Or so', 'Or not', 'Never so'], 1)], 'no absolute word', 'en')).toEqual([
    { id: 'q', points: 0.5, chance: 0.25 },
  ])
})

it.each([
  ['fr', 'a reason', ['Oui, parce que la loi le dit', 'Oui', 'Non', 'Les deux']],
  ['en', 'a reason', ['Yes, because the law says so', 'Yes', 'No', 'Both']],
  ['ar', 'a reason', ['نعم، لأن القانون ينص عليه', 'نعم', 'لا', 'الأمران معا']],
  ['ar', 'no absolute word', ['في بعض الحالات', 'دائما', 'أبدا', 'في جميع الحالات']],
  ['fr', 'leaves room', ['Le juge peut le faire', 'Le juge le fait', 'Il s’y refuse', 'Il attend']],
  ['fr', 'a number', ['Dix ans, article 448-2', 'Un avertissement', 'Rien', 'Une amende']],
  [
    'fr',
    'protects without a condition',
    ['Protéger la victime', 'La protéger si elle porte plainte', 'La renvoyer', 'Clore'],
  ],
] as const)('reads the words of the options in %s: %s', (locale, strategy, texts) => {
  expect(guessBank([single(texts, 0)], strategy, locale)[0]?.points).toBe(1)
})

it('finds the option that repeats words of the question, and the one most similar to the others', () => {
  const question = { ...single(['The seizure of the telephone', 'A fine', 'A warning', 'A visit'], 0) }
  const asked = { ...question, stem: localized('What does the seizure of a telephone ask for?') }
  expect(guessBank([asked], 'words of the question', 'en')[0]?.points).toBe(1)
  const near = single(['ten years and a fine', 'ten years and a warning', 'five years and a fine', 'no penalty'], 0)
  expect(guessBank([near], 'most like the others', 'en')[0]?.points).toBe(1)
  expect(guessBank([near], 'least like the others', 'en')[0]?.points).toBe(0)
})

it('takes the option whose grammar differs from that of the others', () => {
  const asked = (texts: readonly string[]) => {
    const key = single(texts, 1)
    return { ...key, options: key.options.map((one, at) => ({ ...one, text: { ...one.text, fr: texts[at] ?? '' } })) }
  }
  const alone = asked(['Classer', 'La saisie du véhicule', 'Condamner', 'Entendre le voisin'])
  expect(guessBank([alone], 'opens unlike the others', 'fr')[0]?.points).toBe(1)
  const alike = asked(['Classer', 'Saisir le véhicule', 'Condamner', 'Entendre le voisin'])
  expect(guessBank([alike], 'opens unlike the others', 'fr')[0]?.points).toBe(0.25)
})

it('never gains if all options are worded alike', () => {
  fc.assert(
    fc.property(anyMultiple, fc.constantFrom(...STRATEGY_NAMES), (key, strategy) => {
      const same = { ...key, options: key.options.map(({ id }) => said(id, 'The same words')) }
      expect(gain(guessBank([same], strategy, 'en'))).toBe(0)
    }),
  )
})

it('compares a multiple choice with ticking as many options without reading', () => {
  const options = [said('a', LONG), said('b', LONG), said('c', 'Short'), said('d', 'Short')]
  const right = multipleChoice({ options, correct: ['a', 'b'] })
  const [guess] = guessBank([right], 'longest', 'en')
  expect(guess?.points).toBe(1)
  // Of the six pairs one holds both right options, and four hold one right and one wrong.
  expect(guess?.chance).toBeCloseTo(1 / 6)
})

it('ticks the spans of a document like the options of a choice', () => {
  const options = [said('a', LONG), said('b', LONG), said('c', 'Short'), said('d', 'Short')]
  const [guess] = guessBank([marking({ options, correct: ['a', 'b'] })], 'longest', 'en')
  expect(guess).toEqual({ id: 'q1', points: 1, chance: expect.closeTo(1 / 6) })
})

it('chooses separately in each blank of a passage', () => {
  const choice = (id: string, blank: string, text: string) => ({ ...said(id, text), blank })
  const options = [
    choice('a', 'b1', LONG),
    choice('b', 'b1', 'Short'),
    choice('c', 'b2', LONG),
    choice('d', 'b2', 'Short'),
  ]
  const key = completing({ options, correct: { b1: 'a', b2: 'd' } })
  expect(guessBank([key], 'longest', 'fr')).toEqual([{ id: 'q1', points: 0.5, chance: 0.5 }])
  expect(guessBank([key], 'a number', 'fr')).toEqual([{ id: 'q1', points: 0.5, chance: 0.5 }])
})

it('gains nothing over questions that spread their keys evenly', () => {
  const texts = ['Short one', LONG, 'Short two', 'Short six']
  const even = [0, 1, 2, 3].map((right) => single(texts, right, `q${right}`))
  expect(gain(guessBank(even, 'longest', 'ar'))).toBeCloseTo(0)
  expect(gain([])).toBe(0)
})

it('names the questions that a strategy answers, and ignores kinds without worded options', () => {
  const texts = ['Short one', LONG, 'Short two', 'Short six']
  const keys = [
    ...Array.from({ length: 12 }, (_, n) => single(texts, 1, `q${n}`)),
    single(texts, 0, 'fair'),
    matching(),
  ]
  const line = guessReport([{ id: 'detection', keys }]).find(
    ({ strategy, locale }) => strategy === 'longest' && locale === 'ar',
  )
  expect(line?.over).toBe(true)
  expect(line?.courses[0]).toMatchObject({ questions: 13, over: true })
  expect(line?.courses[0]?.toBlame).toHaveLength(12)
  expect(line?.courses[0]?.toBlame).not.toContain('fair')
})
