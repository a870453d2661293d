import { expect, it } from 'vitest'
import { listAddress, relOf } from './list-address'

it('names the filters that are set, and nothing without any', () => {
  expect(listAddress('/fr/library/cases', { form: 'begging', victim: undefined, year: '' })).toBe(
    '/fr/library/cases?form=begging',
  )
  expect(listAddress('/fr/library/cases', { form: undefined })).toBe('/fr/library/cases')
})

it('escapes what was typed', () => {
  expect(listAddress('/ar/library/search', { q: 'a&b=c' })).toBe('/ar/library/search?q=a%26b%3Dc')
})

it('leads crawlers to one filter at a time, not to their combinations', () => {
  expect(relOf('/fr/library/cases')).toBeUndefined()
  expect(relOf('/fr/library/cases?form=begging')).toBeUndefined()
  expect(relOf('/fr/library/cases?form=begging&year=2024')).toBe('nofollow')
})
