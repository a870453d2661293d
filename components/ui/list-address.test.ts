import { expect, it } from 'vitest'
import { listAddress } from './list-address'

it('names the filters that are set, and nothing without any', () => {
  expect(listAddress('/fr/library/cases', { form: 'begging', victim: undefined, year: '' })).toBe(
    '/fr/library/cases?form=begging',
  )
  expect(listAddress('/fr/library/cases', { form: undefined })).toBe('/fr/library/cases')
})

it('escapes what was typed', () => {
  expect(listAddress('/ar/library/search', { q: 'a&b=c' })).toBe('/ar/library/search?q=a%26b%3Dc')
})
