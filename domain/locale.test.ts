import { expect, it } from 'vitest'
import { directionOf, isLocale, LOCALES, localizedSchema } from './locale'

it('puts Arabic first', () => {
  expect(LOCALES).toEqual(['ar', 'fr', 'en'])
})

it.each([
  ['ar', 'rtl'],
  ['fr', 'ltr'],
  ['en', 'ltr'],
])('writes %s from its side: %s', (locale, direction) => {
  expect(directionOf(locale)).toBe(direction)
})

it.each(['de', 'AR', 'ar-MA', '', ' ar', undefined, null, 0, ['ar'], { ar: 'نص' }])('knows no language %j', (value) => {
  expect(isLocale(value)).toBe(false)
})

it('knows its languages', () => {
  expect(LOCALES.every(isLocale)).toBe(true)
})

it.each([
  ['a missing language', { ar: 'نص', fr: 'texte' }],
  ['an empty one', { ar: 'نص', fr: '', en: 'text' }],
  ['one too many', { ar: 'نص', fr: 'texte', en: 'text', es: 'texto' }],
  ['a text without its language', 'texte'],
])('refuses %s', (_, texts) => {
  expect(localizedSchema.safeParse(texts).success).toBe(false)
})
