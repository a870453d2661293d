import { describe, expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { model } from '@/tests/support/library-factories'
import { LOCALES, type Locale } from '../locale'
import type { Reviewable } from '../signoff/reviewed'
import { citesOfModel } from './model'
import { countBlanks, languagesBeside, usableIn, wordingOf } from './model-use'

const hashes = { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' }
type Sign = Reviewable['signoff'][number]
const signed = (language: Locale, overrides: Partial<Sign> = {}): Sign => ({
  language,
  hash: hashes[language],
  role: 'legal',
  date: '2026-11-28',
  by: 'x',
  ...overrides,
})
const usable = (...signoff: Sign[]) => usableIn({ signoff, hashes }, ['ar', 'fr'])

describe('a model may be printed and copied', () => {
  it.each<[what: string, signs: Sign[], languages: Locale[]]>([
    ['in no language without a signature', [], []],
    ['in Arabic once that is signed', [signed('ar')], ['ar']],
    ['in the other language too, once both are', [signed('fr'), signed('ar')], ['ar', 'fr']],
    ['in no language while only the translation is signed', [signed('fr')], []],
    ['in no language after the Arabic has changed', [signed('ar', { hash: 'of before' }), signed('fr')], []],
    ['in no language on a signature for the language or the teaching', [signed('ar', { role: 'pedagogy' })], []],
    ['in no language that is not beside it', [signed('ar'), signed('en')], ['ar']],
  ])('%s', (_, signs, languages) => {
    expect(usable(...signs)).toEqual(languages)
  })
})

it('stands beside a language that explains it, which is never the Arabic', () => {
  expect(LOCALES.map(languagesBeside)).toEqual([
    ['ar', 'fr'],
    ['ar', 'fr'],
    ['ar', 'en'],
  ])
})

it('is copied without its markup and its notes', () => {
  const parts = [
    { as: 'title' as const, text: localized('**order**') },
    {
      as: 'text' as const,
      text: { ar: 'المادة :ref[82-4]، [الاسم]', fr: 'article 82-4, [nom]', en: 'article 82-4, [name]' },
      note: localized('note'),
    },
  ]

  expect(wordingOf(model({ parts }), 'ar')).toBe('نص order\n\nالمادة 82-4، [الاسم]')
})

it.each([
  ['', 0],
  ['Fait à [ville], le [date].', 2],
  ['المادة :ref[82-5-1] و:cite[الفصل]{id="cp-62"}، [الاسم]', 1],
  ['[]', 0],
])('counts the places to fill in: %s', (text, count) => {
  expect(countBlanks(text)).toBe(count)
})

it('cites each provision once', () => {
  const part = { as: 'text' as const, text: localized('x'), cites: ['cp-62', 'cp-61'] }

  expect(citesOfModel(model({ parts: [part, { ...part, cites: ['cp-62'] }] }))).toEqual(['cp-62', 'cp-61'])
})
