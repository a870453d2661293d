import { describe, expect, it } from 'vitest'
import { answerBook, findAnswers } from './find-answers'
import { searchWords } from './normalise-search'
import { questionsSchema } from './questions'

const questions = questionsSchema.parse({
  ideas: [
    { id: 'penalty', ar: ['عقوبة'], fr: ['peine'], en: ['penalty'] },
    { id: 'child', terms: ['minor'], ar: ['طفل'], fr: ['enfant'], en: ['child'] },
    { id: 'trafficking', everywhere: true, ar: ['اتجار'], fr: ['traite'], en: ['trafficking'] },
    { id: 'report', ar: ['تبليغ'], fr: ['dénonce'], en: ['report'] },
    { id: 'silence', ar: ['عدم التبليغ'], fr: ['ne dénonce pas'], en: ['not report'] },
    { id: 'smuggling', exclusive: true, ar: ['تهريب'], fr: ['passeur'], en: ['smuggling'] },
  ],
  answers: [
    { asks: ['penalty', 'trafficking'], page: '/library/law/any' },
    { asks: ['penalty', 'child', 'trafficking'], page: '/library/law/child' },
    { asks: ['report'], page: '/library/law/report' },
    { asks: ['silence'], page: '/library/law/silence' },
    { asks: ['penalty', 'smuggling'], page: '/library/law/smuggling', paragraphs: ['2', '3'] },
  ],
})
const source = { ar: 'x', fr: 'x', en: 'x' }
const minor = { id: 'minor', ar: 'قاصر', fr: 'mineur', en: 'minor', source, confidence: 'high' as const }
const book = answerBook(questions, { minor })
const ask = (query: string) =>
  findAnswers(
    searchWords(query).map(({ token }) => token),
    book,
    (word) => !['pour', 'la', 'un', 'qui', 'ne', 'pas'].includes(word),
  ).map(({ page }) => page)

describe('the pages that answer', () => {
  it('are those of all ideas that were said, the most particular first', () => {
    expect(ask('la peine pour la traite')).toEqual(['/library/law/any'])
    expect(ask('peine traite enfant')).toEqual(['/library/law/child', '/library/law/any'])
    expect(ask('عقوبة الاتجار بطفل')).toEqual(['/library/law/child', '/library/law/any'])
  })

  it('know an idea by the terms of the glossary, too', () => {
    expect(ask('peine pour la traite d’un mineur')[0]).toBe('/library/law/child')
  })

  it('prefer the longer phrase: “who does not report” is not “who reports”', () => {
    expect(ask('qui ne dénonce pas')).toEqual(['/library/law/silence'])
    expect(ask('qui dénonce')).toEqual(['/library/law/report'])
  })

  it('are none when the question is about something else', () => {
    expect(ask('dénonce centre appels Tanger salaire')).toEqual([])
    expect(ask('enfant')).toEqual([])
    expect(ask('')).toEqual([])
  })

  it('are only those of another matter, if the question mentions it', () => {
    expect(ask('peine du passeur pour la traite d’un enfant')).toEqual(['/library/law/smuggling'])
    expect(ask('dénonce un passeur')).toEqual([])
  })

  it('come with the paragraphs that answer, if these are named', () => {
    expect(findAnswers(['peine', 'passeur'], book, () => true)).toMatchObject([{ paragraphs: ['2', '3'] }])
  })

  it('ignore the word for the subject of every page', () => {
    expect(ask('traite dénonce salaire centre')).toEqual(['/library/law/report'])
  })
})
