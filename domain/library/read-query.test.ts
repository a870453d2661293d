import { expect, it } from 'vitest'
import { answerBook } from './find-answers'
import { phraseBook } from './phrase-book'
import { questionsSchema } from './questions'
import { readQuery } from './read-query'

const questions = questionsSchema.parse({
  ideas: [
    { id: 'victim', ar: ['ضحية'], fr: ['victime'], en: ['victim'] },
    { id: 'penalty', ar: ['تعاقب'], fr: ['punie'], en: ['punished'] },
  ],
  answers: [{ asks: ['victim', 'penalty'], page: '/library/law/cp-448-14' }],
})
const books = { book: phraseBook([], questions), answers: answerBook(questions, {}) }
const read = (query: string) => readQuery(query, books, () => true)

it.each(['هل تعاقب الضحية', 'واش الضحية كتعاقب', 'la victime est-elle punie ?', 'can the victim be punished'])(
  'finds the answer to %s',
  (query) => {
    expect(read(query).answers.map(({ page }) => page)).toEqual(['/library/law/cp-448-14'])
  },
)

it('searches for the subject of a question, without the question words', () => {
  expect(read('comment protéger un témoin').tokens).toEqual(['proteger', 'temoin'])
  expect(read('how do I report').tokens).toEqual(['report'])
})

it('looks for the words of asking when there are no others', () => {
  expect(read('comment').tokens).toEqual(['comment'])
})

it('writes numbers in figures', () => {
  expect(read('article quatre cent quarante-huit quatre').tokens).toEqual(['article', '448-4'])
})

it('reads a word in another language only if the library does not hold it', () => {
  expect(readQuery('لا فيكتيم', books, () => false).tokens).toEqual(['victime'])
  expect(read('فيكتيم').tokens).toEqual(['فيكتيم'])
})

it('limits the number of words that it reads', () => {
  expect(read('mot '.repeat(1000)).tokens.length).toBeLessThanOrEqual(12)
})
