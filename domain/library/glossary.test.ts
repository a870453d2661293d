import { expect, it } from 'vitest'
import { keptTermSchema, termSchema } from './glossary'

const WORDS = { id: 'victim', ar: 'الضحية', fr: 'victime', en: 'victim', confidence: 'high' }
const IN_EACH = { ar: 'القانون رقم 27.14', fr: 'Loi 27-14', en: 'Law 27-14' }

it('requires the source of a term in each language', () => {
  expect(termSchema.parse({ ...WORDS, source: IN_EACH }).source).toEqual(IN_EACH)
  expect(termSchema.safeParse({ ...WORDS, source: 'Loi 27-14' }).success).toBe(false)
  expect(termSchema.safeParse({ ...WORDS, source: { fr: 'Loi 27-14' } }).success).toBe(false)
})

it('reads terms of an older release, which have a single source', () => {
  const once = { ar: 'Loi 27-14', fr: 'Loi 27-14', en: 'Loi 27-14' }

  expect(keptTermSchema.parse({ ...WORDS, source: 'Loi 27-14' }).source).toEqual(once)
  expect(keptTermSchema.parse({ ...WORDS, source: IN_EACH }).source).toEqual(IN_EACH)
})
