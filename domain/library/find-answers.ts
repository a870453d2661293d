import type { Term } from './glossary'
import { searchWords } from './normalise-search'
import { isSameWord } from './phrase-book'
import type { PreparedAnswer, Questions } from './questions'
import { wordingsOf } from './questions'
import { formsOf, ownForms } from './word-forms'

/** A wording of an idea, with all forms of each word. */
type Way = { idea: string; words: readonly (readonly string[])[] }
export type AnswerBook = {
  /** The ways, keyed by each form of their first word. */
  ways: ReadonlyMap<string, readonly Way[]>
  answers: Questions['answers']
  everywhere: ReadonlySet<string>
  exclusive: ReadonlySet<string>
}

export function answerBook({ ideas, answers }: Questions, terms: Readonly<Record<string, Term>>): AnswerBook {
  const ways = new Map<string, Way[]>()
  for (const idea of ideas) {
    const named = idea.terms.flatMap((id) => terms[id] ?? [])
    const said = [...wordingsOf(idea), ...named.flatMap(({ ar, fr, en }) => [ar, fr, en])]
    for (const way of new Set(said.map(wordsIn).map((words) => words.join(' ')))) {
      const words = way.split(' ').map(ownForms)
      for (const form of words[0] ?? []) ways.set(form, [...(ways.get(form) ?? []), { idea: idea.id, words }])
    }
  }
  const marked = (mark: 'everywhere' | 'exclusive') => new Set(ideas.filter((idea) => idea[mark]).map(({ id }) => id))
  return { ways, answers, everywhere: marked('everywhere'), exclusive: marked('exclusive') }
}

function wordsIn(text: string): string[] {
  return searchWords(text).map(({ token }) => token)
}

/** An idea that was said, and the places of its words in the query. */
type Said = { idea: string; places: readonly number[] }

/** The share of a query that the ideas of an answer must cover; below it, the query is about something else. */
const COVERED = 1 / 3

/** A page that answers a query, and its paragraphs that do so, if they are named. */
export type FoundAnswer = Pick<PreparedAnswer, 'page' | 'paragraphs'>

/**
 * The pages that answer a query, best first.
 *
 * @param telling whether a word carries meaning for the search; other words do not count against an answer.
 */
export function findAnswers(
  words: readonly string[],
  book: AnswerBook,
  telling: (word: string) => boolean,
): FoundAnswer[] {
  const said = ideasIn(words, book)
  const known = new Set(said.map(({ idea }) => idea))
  const general = new Set(said.flatMap(({ idea, places }) => (book.everywhere.has(idea) ? places : [])))
  const needed = words.filter((word, place) => telling(word) && !general.has(place)).length * COVERED
  const covers = (asks: readonly string[]) => {
    const places = new Set(said.flatMap(({ idea, places: at }) => (asks.includes(idea) ? at : [])))
    return [...places].filter((place) => telling(words[place] ?? '')).length
  }
  const exclusive = [...known].filter((idea) => book.exclusive.has(idea))
  const fitting = book.answers.filter(
    ({ asks }) =>
      asks.every((idea) => known.has(idea)) && exclusive.every((idea) => asks.includes(idea)) && covers(asks) >= needed,
  )
  const best = fitting.toSorted((a, b) => b.asks.length - a.asks.length)
  return best.filter(({ page }, place) => best.findIndex((other) => other.page === page) === place)
}

/** The ideas in a query. A way inside a longer one is left out: « ne dénonce pas » does not mean « dénonce ». */
function ideasIn(words: readonly string[], { ways }: AnswerBook): Said[] {
  const said = words.flatMap((word, place) =>
    waysFrom(word, ways)
      .filter((way) => way.words.every((forms, index) => isOneOf(words[place + index], forms)))
      .map((way): Said => ({ idea: way.idea, places: way.words.map((_, index) => place + index) })),
  )
  const isInside =
    ({ places }: Said) =>
    (other: Said) =>
      other.places.length > places.length && places.every((place) => other.places.includes(place))
  return said.filter((each) => !said.some(isInside(each)))
}

function waysFrom(word: string, ways: AnswerBook['ways']): readonly Way[] {
  const found = formsOf(word).flatMap((form) => ways.get(form) ?? [])
  if (found.length > 0 || word.length < LONG_WORD) return [...new Set(found)]
  return [...new Set([...ways].filter(([form]) => isAlike(form, word)).flatMap(([, same]) => same))]
}

function isOneOf(word: string | undefined, forms: readonly string[]): boolean {
  if (word === undefined) return false
  return formsOf(word).some((form) => forms.includes(form)) || forms.some((form) => isAlike(form, word))
}

/** In shorter words one letter makes another word: « peine », « pleine ». */
const LONG_WORD = 6

function isAlike(form: string, word: string): boolean {
  return form.length >= LONG_WORD && form[0] === word[0] && isSameWord(form, word)
}
