import { describe, expect, it } from 'vitest'
import { searchTokens } from './normalise-search'
import { articleNumbers, type Hit, rankHits } from './rank-hits'
import type { SearchEntry } from './search-entry'

function entry(id: string, overrides: Partial<SearchEntry> = {}): SearchEntry {
  const title = { ar: id, fr: id, en: id }
  return { id, kind: 'law', path: `/${id}`, page: `/${id}`, title, body: {}, also: {}, ...overrides }
}

function hit(id: string, overrides: Partial<Hit> = {}, of: Partial<SearchEntry> = {}): Hit {
  return { entry: entry(id, of), score: 1, tokens: [], whole: true, readersLanguage: true, ...overrides }
}

const order = (hits: Hit[], numbers: string[] = [], pages: string[] = [], answers: string[] = []) =>
  rankHits(hits, { numbers, pages, answers }).map((each) => each.entry.id)

describe('the order of what was found', () => {
  it('is that of the scores, all else equal', () => {
    expect(order([hit('a', { score: 1 }), hit('b', { score: 3 })])).toEqual(['b', 'a'])
  })

  it('begins with the article whose number was asked for', () => {
    expect(order([hit('a', { score: 9 }), hit('cp-448-1', { whole: false }, { number: '448-1' })], ['448-1'])).toEqual([
      'cp-448-1',
      'a',
    ])
  })

  it('begins with the page that was named', () => {
    expect(order([hit('a', { score: 9 }), hit('b')], [], ['/b'])).toEqual(['b', 'a'])
  })

  it('ranks the articles under a number, from the first, if none has exactly that number', () => {
    const hits = ['448-10', '448-2', '44-1'].map((number) => hit(number, {}, { number }))

    expect(order(hits, ['448'])).toEqual(['448-2', '448-10', '44-1'])
  })

  it('continues with the pages that answer the question, in their order', () => {
    const hits = [hit('a', { score: 9 }), hit('b'), hit('c', { whole: false }), hit('d')]

    expect(order(hits, [], ['/d'], ['/c', '/b'])).toEqual(['d', 'c', 'b', 'a'])
  })

  it('puts what answers the whole question before what answers a part of it', () => {
    expect(order([hit('part', { whole: false, score: 9 }), hit('whole')])).toEqual(['whole', 'part'])
  })

  it('puts the reader’s language before the others', () => {
    expect(order([hit('other', { readersLanguage: false, score: 9 }), hit('own')])).toEqual(['own', 'other'])
  })

  it('shows the best part of a page only', () => {
    const parts = [hit('p1', { score: 1 }, { page: '/x' }), hit('p2', { score: 2 }, { page: '/x' }), hit('y')]

    expect(order(parts)).toEqual(['p2', 'y'])
  })
})

describe('the numbers of articles in a query', () => {
  it.each([
    ['448.1', ['448-1']],
    ['article 4', ['4']],
    ['الفصل ٤٤٨-١', ['448-1']],
    ['المادة 4', ['4']],
    ['117', ['117']],
    ['4 victimes', []],
    ['alinéa 2', []],
  ])('%s', (query, numbers) => {
    expect(articleNumbers(searchTokens(query))).toEqual(numbers)
  })
})
