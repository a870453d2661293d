import { expect, it } from 'vitest'
import { askedLanguage } from './asked-language'

it.each([
  ['fr-MA,fr;q=0.9,en;q=0.5', 'fr'],
  ['en-GB,en;q=0.9', 'en'],
  ['EN-us', 'en'],
  ['ar-MA,fr;q=0.8', 'ar'],
  ['zh-Hant-TW, fr-CH', 'fr'],
  ['en;q=0.5, fr;q=0.8', 'fr'],
  ['en;q=0.5,fr;q=0.5', 'en'],
  ['en; q=0.2 , fr', 'fr'],
  ['fr;q=0,en;q=0.1', 'en'],
])('of “%s” chooses %s', (asked, language) => {
  expect(askedLanguage(asked)).toBe(language)
})

it.each(['de-DE,es;q=0.5', '*', '', null, undefined, 'fr;q=0', 'fr;q=x', 'french', ';;,=,q=1', '__proto__'])(
  'answers in Arabic to who asks for no language of ours: “%s”',
  (asked) => {
    expect(askedLanguage(asked)).toBe('ar')
  },
)
