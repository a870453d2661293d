import { expect, it } from 'vitest'
import { readCertificateSearch } from './certificate-search'

it.each([
  ['nothing', '', { number: '', name: '' }],
  ['signs that no name holds', ' -% ', { number: '', name: '' }],
  ['a number as it is printed', '7f3k-9mpq-2wxy-n', { number: '7F3K9MPQ2WXYN', name: '7f3k 9mpq 2wxy n' }],
  ['the beginning of a number', '7F3K', { number: '7F3K', name: '7f3k' }],
  ['a name that no number begins with', 'Salma', { number: '', name: 'salma' }],
  ['an accent and a capital', 'ÉLISE', { number: '', name: 'elise' }],
  ['Arabic with its hamza', 'أمينة', { number: '', name: 'امينه' }],
])('reads %s', (_, typed, sought) => {
  expect(readCertificateSearch(typed)).toEqual(sought)
})

it('reads no more of a text than a name may have', () => {
  expect(readCertificateSearch('z'.repeat(10_000)).name).toHaveLength(100)
})
