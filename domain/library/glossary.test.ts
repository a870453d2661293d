import { expect, it } from 'vitest'
import { keptTermSchema, termSchema } from './glossary'

const WORDS = { id: 'victim', ar: 'الضحية', fr: 'victime', en: 'victim', confidence: 'high' }
const IN_EACH = { ar: 'القانون رقم 27.14', fr: 'Loi 27-14', en: 'Law 27-14' }

it('says in each language where a term was read', () => {
  expect(termSchema.parse({ ...WORDS, source: IN_EACH }).source).toEqual(IN_EACH)
  expect(termSchema.safeParse({ ...WORDS, source: 'Loi 27-14' }).success).toBe(false)
  expect(termSchema.safeParse({ ...WORDS, source: { fr: 'Loi 27-14' } }).success).toBe(false)
})

it('reads the terms of a release of before, which say it once', () => {
  const once = { ar: 'Loi 27-14', fr: 'Loi 27-14', en: 'Loi 27-14' }

  expect(keptTermSchema.parse({ ...WORDS, source: 'Loi 27-14' }).source).toEqual(once)
  expect(keptTermSchema.parse({ ...WORDS, source: IN_EACH }).source).toEqual(IN_EACH)
})
