import { type AnswerBook, type FoundAnswer, findAnswers } from './find-answers'
import { readFrench } from './french-in-arabic'
import { isStopWord, searchWords } from './normalise-search'
import { writeNumbers } from './number-words'
import { type PhraseBook, type QueryPart, readPhrases } from './phrase-book'
import { isQuestionWord } from './question-words'
import { formsOf } from './word-forms'

/** Real queries are shorter, and each word costs time. */
const MOST_WORDS = 24
const MOST_TELLING = 12

/** What a query looks for. */
export type ReadQuery = {
  /** The words that carry meaning for the search. */
  tokens: readonly string[]
  parts: readonly QueryPart[]
  /** The pages that answer it, best first. */
  answers: readonly FoundAnswer[]
}

type Books = { book: PhraseBook; answers: AnswerBook }

/**
 * @param isKnown whether a word occurs in the searched texts. A word in Arabic letters that occurs nowhere may be
 * French.
 */
export function readQuery(query: string, { book, answers }: Books, isKnown: (word: string) => boolean): ReadQuery {
  const written = searchWords(writeNumbers(query)).slice(0, MOST_WORDS)
  const words = readFrench(
    written.map(({ token }) => token),
    book.french,
    (word) => formsOf(word).some((form) => answers.ways.has(form)) || isKnown(word),
  )
  const tokens = firstWithAny(words, tells, (word) => !isStopWord(word)).slice(0, MOST_TELLING)
  return { tokens, parts: readPhrases(tokens, book), answers: findAnswers(words, answers, tells) }
}

/** Whether a word carries meaning for the search. Arabic joins « و » to stop words, too. */
function tells(word: string): boolean {
  return [word, word.replace(/^و/, '')].every((form) => !isStopWord(form) && !isQuestionWord(form))
}

/** The words that pass the first test that at least one word passes; all words if there is no such test. */
function firstWithAny(words: readonly string[], ...tests: ((word: string) => boolean)[]): readonly string[] {
  return tests.map((test) => words.filter(test)).find((passed) => passed.length > 0) ?? words
}
