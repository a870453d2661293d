import { describe, expect, it } from 'vitest'
import { findTerms, inOrder, letterOf } from './find-terms'
import type { Term } from './glossary'

function term(id: string, ar: string, fr: string, en: string, rest: Partial<Term> = {}): Term {
  return { id, ar, fr, en, source: { ar: 'x', fr: 'x', en: 'x' }, confidence: 'high', ...rest }
}

const trafficking = term('trafficking', 'الاتجار بالبشر', 'traite des êtres humains', 'trafficking in human beings', {
  forbids: { fr: ['traite humaine'] },
})
const shelter = term('shelter', 'الإيواء المؤقت', 'hébergement temporaire', 'temporary shelter')
const begging = term('begging', 'التسول', 'mendicité', 'begging')
const terms = [trafficking, shelter, begging]
const found = (query: string) => findTerms(terms, query).map(({ id }) => id)

describe('looking for a term', () => {
  it.each([
    ['الايواء', ['shelter']],
    ['ايواء', ['shelter']],
    ['hebergement', ['shelter']],
    ['héberg', ['shelter']],
    ['Mendicite', ['begging']],
    ['mendcité', ['begging']],
    ['traite humaine', ['trafficking']],
    ['etres humains', ['trafficking']],
    ['human', ['trafficking']],
    ['مؤقت بشر', []],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  it.each(['', '  ', '!?', '<script>'.slice(0, 1)])('finds all terms for “%s”', (query) => {
    expect(found(query)).toHaveLength(3)
  })
})

describe('the order of terms', () => {
  it('is that of the page’s language', () => {
    expect(inOrder(terms, 'fr').map(({ fr }) => fr[0])).toEqual(['h', 'm', 't'])
    expect(inOrder(terms, 'en').map(({ id }) => id)).toEqual(['begging', 'shelter', 'trafficking'])
  })

  it('does not count the Arabic article', () => {
    expect(inOrder(terms, 'ar').map(({ id }) => id)).toEqual(['trafficking', 'shelter', 'begging'])
    expect(letterOf(begging, 'ar')).toBe('ت')
  })

  it('files an accented letter under the plain one', () => {
    expect(letterOf(term('x', 'س', 'État', 'State'), 'fr')).toBe('E')
    expect(letterOf(shelter, 'ar')).toBe('ا')
  })
})
