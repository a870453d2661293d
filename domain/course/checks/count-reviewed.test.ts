import { expect, it } from 'vitest'
import { countReviewed } from './count-reviewed'

const hashes = { ar: 'h-ar', fr: 'h-fr', en: 'h-en' }
const sign = { hash: 'h-fr', language: 'fr', role: 'legal', date: '2026-03-01', by: 'x' } as const
const none = { ar: 0, fr: 0, en: 0 }

it('counts the parts that are signed as they stand, by role and language', () => {
  const parts = [
    { hashes, signoff: [sign, sign, { ...sign, role: 'pedagogy' as const }] },
    { hashes, signoff: [sign, { ...sign, hash: 'h-ar', language: 'ar' as const, role: 'language' as const }] },
    { hashes, signoff: [{ ...sign, hash: 'of-before' }] },
  ]

  expect(countReviewed(parts)).toEqual({
    parts: 3,
    legal: { ...none, fr: 2 },
    pedagogy: { ...none, fr: 1 },
    language: { ...none, ar: 1 },
  })
})

it('counts nothing where there is nothing', () => {
  expect(countReviewed([])).toEqual({ parts: 0, legal: none, pedagogy: none, language: none })
})
