import { expect, it } from 'vitest'
import { searchTokens } from '@/domain/library/normalise-search'
import type { SearchEntry } from '@/domain/library/search-entry'
import { grownEntries } from './grow-library'

const WORDS = 'minor victim exploitation begging trial judge shelter witness recovery recruitment transfer harbouring'
const article: SearchEntry = {
  id: 'law cp-448-1',
  kind: 'law',
  path: '/library/law/cp-448-1#p2',
  page: '/library/law/cp-448-1',
  title: { ar: 'الاتجار بالبشر', fr: 'Traite', en: 'Trafficking' },
  body: { en: WORDS },
  also: {},
  number: '448-1',
}

it('keeps the original, and gives each copy a page of its own', () => {
  const grown = grownEntries([article], 10)

  expect(grown[0]).toBe(article)
  for (const key of ['id', 'path', 'page', 'number'] as const)
    expect(new Set(grown.map((entry) => entry[key])).size).toBe(10)
})

it('grows less in vocabulary than in texts', () => {
  const wordsOf = (times: number) =>
    new Set(grownEntries([article], times).flatMap(({ body }) => searchTokens(body.en ?? ''))).size

  expect(wordsOf(10)).toBeGreaterThan(4 * wordsOf(1))
  expect(wordsOf(10)).toBeLessThan(7 * wordsOf(1))
})
