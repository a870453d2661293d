import { describe, expect, it } from 'vitest'
import { bringsCorrection, type ReleaseShape, whyNoCorrection } from './correction'

const exam = { questions: 2, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 1, child: 1 } }
const shape = (overrides: Partial<ReleaseShape> = {}): ReleaseShape => ({
  outline: ['offence', 'child'],
  languages: ['ar', 'fr'],
  exam,
  ...overrides,
})

describe('a release is read in place of an earlier one', () => {
  it.each<[string, Partial<ReleaseShape>]>([
    ['with the same lessons, languages and exam', {}],
    [
      'with its languages and objectives in another order',
      { languages: ['fr', 'ar'], exam: { ...exam, objectives: { child: 1, qualify: 1 } } },
    ],
  ])('%s', (_, later) => {
    expect(whyNoCorrection(shape(), shape(later))).toBeNull()
  })

  it('if neither release has an exam', () => {
    expect(whyNoCorrection(shape({ exam: null }), shape({ exam: null }))).toBeNull()
  })

  it.each<[string, Partial<ReleaseShape>, string]>([
    ['a lesson more', { outline: ['offence', 'child', 'evidence'] }, 'lessons'],
    ['a lesson less', { outline: ['offence'] }, 'lessons'],
    ['its lessons in another order', { outline: ['child', 'offence'] }, 'lessons'],
    ['a language more', { languages: ['ar', 'fr', 'en'] }, 'languages'],
    ['another pass mark', { exam: { ...exam, passRate: 0.8 } }, 'exam'],
    ['other shares of the objectives', { exam: { ...exam, objectives: { qualify: 2 } } }, 'exam'],
    ['an objective of another name', { exam: { ...exam, objectives: { qualify: 1, prove: 1 } } }, 'exam'],
    ['no exam', { exam: null }, 'exam'],
  ])('not with %s', (_, later, why) => {
    expect(whyNoCorrection(shape(), shape(later))).toBe(why)
    expect(whyNoCorrection(shape(later), shape())).toBe(why)
  })
})

it('is a correction when it declares one that the release before it did not', () => {
  const declared = (...ids: string[]) => ({
    corrections: ids.map((id) => ({ id, date: '2026-11-27', what: { ar: 'أ', fr: 'a', en: 'a' } })),
  })

  expect(bringsCorrection({}, [])).toBe(false)
  expect(bringsCorrection(declared('law'), [])).toBe(true)
  expect(bringsCorrection(declared('law'), [{ id: 'law' }])).toBe(false)
  expect(bringsCorrection(declared('law', 'exam'), [{ id: 'law' }])).toBe(true)
  expect(bringsCorrection({}, [{ id: 'law' }])).toBe(false)
})
