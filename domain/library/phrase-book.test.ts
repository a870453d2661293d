import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Term } from './glossary'
import { searchTokens } from './normalise-search'
import { isSameWord, phraseBook, readPhrases } from './phrase-book'

function term(id: string, ar: string, fr: string, en: string): Term {
  return { id, ar, fr, en, source: { ar: 'x', fr: 'x', en: 'x' }, confidence: 'high' }
}

const book = phraseBook([
  term('trafficking', 'الاتجار بالبشر', 'traite des êtres humains', 'trafficking in human beings'),
  term('victim', 'الضحية', 'victime', 'victim'),
  term('victims', 'ضحايا الاتجار بالبشر', 'victimes de la traite', 'victims of trafficking'),
  term('reclusion', 'السجن', 'peine criminelle (réclusion)', 'criminal imprisonment (réclusion)'),
  term('referral', 'الإحالة', 'orientation / référencement', 'referral'),
  term('need', 'الحاجة', 'besoin', 'need'),
])
const read = (query: string) => readPhrases(searchTokens(query), book)

describe('the terms in a query', () => {
  it('are found in any language', () => {
    for (const query of ['الاتجار بالبشر', 'la traite des êtres humains', 'trafficking in human beings']) {
      expect(read(query)).toMatchObject([{ terms: ['trafficking'] }])
    }
  })

  it('are the longest there are', () => {
    expect(read('ضحايا الاتجار بالبشر')).toMatchObject([{ terms: ['victims'] }])
  })

  it('leave the other words as they are', () => {
    expect(read('victime mineure')).toEqual([{ words: ['victime'], terms: ['victim'] }, { word: 'mineure' }])
  })

  it('are found by each of their variants, without what is in brackets', () => {
    expect(read('référencement')).toMatchObject([{ terms: ['referral'] }])
    expect(read('peine criminelle')).toMatchObject([{ terms: ['reclusion'] }])
  })

  it('are known with a letter wrong', () => {
    expect(read('traite des etres humans')).toMatchObject([{ terms: ['trafficking'] }])
  })

  it('keep every word of the query in its order', () => {
    const word = fc.constantFrom('traite', 'etres', 'humains', 'victime', 'need', '448-1', 'بشر', 'اتجار')
    fc.assert(
      fc.property(fc.array(word), (tokens) => {
        const words = readPhrases(tokens, book).flatMap((part) => ('word' in part ? [part.word] : part.words))
        expect(words).toEqual(tokens)
      }),
    )
  })
})

describe('two words', () => {
  it.each([
    ['victime', 'victimes'],
    ['victime', 'victme'],
    ['victime', 'vicitme'],
    ['victime', 'victume'],
    ['humains', 'humans'],
  ])('are the same with a slip: %s, %s', (a, b) => {
    expect(isSameWord(a, b)).toBe(true)
    expect(isSameWord(b, a)).toBe(true)
  })

  it.each([
    ['need', 'seed'],
    ['victime', 'victoire'],
    ['448-1', '448-2'],
    ['448-1', '448-11'],
  ])('differ with more than a slip: %s, %s', (a, b) => {
    expect(isSameWord(a, b)).toBe(false)
  })
})
