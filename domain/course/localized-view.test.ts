import { expect, it } from 'vitest'
import { isLocalized, localizedView } from './localized-view'

const title = { ar: 'عنوان', fr: 'titre', en: 'title' }

it('keeps one language of every text', () => {
  expect(localizedView({ id: 'x', title, options: [{ text: title, cites: ['cp-16'] }], none: null }, 'fr')).toEqual({
    id: 'x',
    title: 'titre',
    options: [{ text: 'titre', cites: ['cp-16'] }],
    none: null,
  })
})

it.each([
  [title, true],
  [{ ar: 'عنوان' }, true],
  [{ ar: 'عنوان', id: 'x' }, false],
  [{ ar: { '1': 'فقرة' } }, false],
  [{}, false],
  [['ar'], false],
  ['ar', false],
  [null, false],
])('%j is a text by language: %s', (value, expected) => {
  expect(isLocalized(value)).toBe(expected)
})

it('keeps quoted law whole, whichever language is shown', () => {
  const version = { preamble: { ar: 'تغير', fr: 'modifie' }, text: { ar: { '1': 'فقرة' } } }

  expect(localizedView(version, 'en')).toEqual(version)
})
