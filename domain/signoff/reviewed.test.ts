import { expect, it } from 'vitest'
import { lesson } from '@/tests/support/course-factories'
import { reviewedParts } from '../course/reviewed-parts'
import { reviewedBy, reviewedOn } from './reviewed'

const hashes = { ar: 'h-ar', fr: 'h-fr', en: 'h-en' }
const sign = { hash: 'h-fr', language: 'fr', role: 'legal', date: '2026-03-01', by: 'N. N.' } as const

it('gives the newest sign-off of the text as it stands', () => {
  const signed = { hashes, signoff: [sign, { ...sign, date: '2026-05-02' }] }

  expect(reviewedOn(signed, 'legal', 'fr')).toBe('2026-05-02')
})

it.each([
  ['another language', sign, 'legal', 'ar'],
  ['another role', { ...sign, role: 'language' as const }, 'legal', 'fr'],
  ['a text that changed since', { ...sign, hash: 'older' }, 'legal', 'fr'],
] as const)('does not count a sign-off of %s', (_, signed, role, locale) => {
  expect(reviewedOn({ hashes, signoff: [signed] }, role, locale)).toBeNull()
})

it('has a sign-off for each lesson of a course, and one for its bank', () => {
  const lessons = [lesson({}), lesson({})]

  expect(reviewedParts({ lessons, bankSignoff: [] })).toHaveLength(2)
  expect(reviewedParts({ lessons, bankSignoff: [sign], bankHashes: hashes })[2]).toEqual({ signoff: [sign], hashes })
})

it('names the function and the body of whoever signed at the desk, never her identifier or a name', () => {
  const by = (text: string, hash = 'h-fr') =>
    reviewedBy({ hashes, signoff: [{ ...sign, by: text, hash }] }, 'legal', 'fr')

  expect(by('Conseillère, Cour d’appel de Fès (R-7K3F)')).toBe('Conseillère, Cour d’appel de Fès')
  expect(by('N. N.')).toBeNull()
  expect(by('Conseillère, Cour d’appel de Fès (R-7K3F)', 'older')).toBeNull()
})
