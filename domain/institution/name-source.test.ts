import { describe, expect, it } from 'vitest'
import { isAsListed, nameSource } from './name-source'

const OWN = { nameArabic: 'أمينة التازي', nameLatin: 'Amina Tazi' }
const LISTED = { ...OWN, listed: true }

describe('names that equal those of the school’s list', () => {
  it.each([
    ['as they are', OWN],
    ['in capitals and without hamza', { nameArabic: 'امينة التازي', nameLatin: 'AMINA TAZI' }],
  ])('are taken %s', (_, listed) => expect(isAsListed(OWN, listed)).toBe(true))

  it.each([
    ['another name in Arabic', { ...OWN, nameArabic: 'أمينة الفاسي' }],
    ['another name in Latin script', { ...OWN, nameLatin: 'Amina Fassi' }],
    ['another order', { ...OWN, nameLatin: 'Tazi Amina' }],
    ['one name missing', { ...OWN, nameArabic: '' }],
    ['the two names exchanged', { nameArabic: OWN.nameLatin, nameLatin: OWN.nameArabic }],
  ])('are not: %s', (_, listed) => expect(isAsListed(OWN, listed)).toBe(false))
})

it('tells the source of a person’s names', () => {
  expect(nameSource(LISTED, null, false)).toBe('list')
  expect(nameSource(LISTED, OWN, true)).toBe('confirmed')
  expect(nameSource(LISTED, OWN, false)).toBe('as-listed')
  expect(nameSource({ ...LISTED, nameLatin: 'A. Tazi' }, OWN, false)).toBe('unlike-list')
})

it('does not ascribe to the school the names that a person wrote in her own request to join', () => {
  expect(nameSource({ ...LISTED, listed: false }, OWN, false)).toBe('declared')
})
