import { expect, it } from 'vitest'
import { isGiven, languagesOf, shownIn } from './texts'

it('shows the language that was asked for, and otherwise names the one it shows in its place', () => {
  const texts = { fr: 'Entendre un mineur', en: 'Hearing a minor' }

  expect(shownIn(texts, 'en')).toEqual({ value: 'Hearing a minor', locale: 'en', missing: false })
  expect(shownIn(texts, 'ar')).toEqual({ value: 'Entendre un mineur', locale: 'fr', missing: true })
  expect(shownIn({}, 'ar')).toBeNull()
  expect(shownIn({ ar: [], fr: ['Driss Qiyassi'] }, 'ar')).toMatchObject({ locale: 'fr', missing: true })
})

it('names the languages that were given in the order of the site', () => {
  expect(languagesOf({ en: 'a', ar: 'ب' })).toEqual(['ar', 'en'])
  expect([isGiven({}), isGiven({ en: 'a' })]).toEqual([false, true])
})
