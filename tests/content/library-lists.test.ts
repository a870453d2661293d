import { expect, it } from 'vitest'
import { countReferral, filterReferral } from '@/domain/library/filter-referral'
import { questionOfLaw } from '@/domain/library/question-of-law'
import { LOCALES } from '@/domain/locale'
import { shippedLibrary } from '../support/shipped-content'

const library = shippedLibrary()

it.each(LOCALES)('puts the point of law of every decision as a question, in %s', (locale) => {
  const unasked = Object.values(library.decisions).filter(
    (decision) => !/[?؟]$/.test(questionOfLaw(decision, locale).trim()),
  )

  expect(unasked.map(({ id }) => id)).toEqual([])
})

it('shows every contact of the directory in exactly one group', () => {
  const entries = Object.values(library.referral)

  expect(countReferral(filterReferral(entries, {}))).toBe(entries.length)
  expect(entries.filter(({ inCourts, region }) => inCourts && region !== null)).toEqual([])
})

it('names on each tile of the map a part of the region’s name, in the language of the page', () => {
  const strange = Object.values(library.regions).flatMap(({ id, name, short }) =>
    LOCALES.filter((locale) => !name[locale].includes(short[locale])).map((locale) => `${id} ${locale}`),
  )

  expect(strange).toEqual([])
})
