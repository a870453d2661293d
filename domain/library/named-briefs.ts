import type { Brief } from './brief'
import { entryPath } from './entry-path'
import { type Library, lookUp } from './library'
import { BRIEF_WORDS } from './library-entries'
import { isStopWord, normaliseWord, searchWords } from './normalise-search'
import { isQuestionWord } from './question-words'
import { ownForms } from './word-forms'

type Words = readonly string[]
/** How a brief can be asked for: by the words of its title in each language, and by the numbers of its provisions. */
export type BriefBook = readonly { page: string; titles: readonly (readonly Words[])[]; numbers: Words }[]
/** The pages of briefs that a query names by their title, and of those on an article that it names; best first. */
export type NamedBriefs = { named: readonly string[]; about: readonly string[] }

const ENOUGH = 1 / 2

/** One word names a title only if it is all of it: « victime » alone asks for more than a brief. */
function isEnough(share: number, asked: Words): boolean {
  return share === 1 || (asked.length > 1 && share >= ENOUGH)
}

/** A provision may be in many briefs: only so many are shown for its number. */
const MOST_ABOUT = 2

export function briefBook({ briefs, provisions }: Pick<Library, 'briefs' | 'provisions'>): BriefBook {
  return Object.values(briefs).map(({ id, title, texts }: Brief) => ({
    page: entryPath.brief(id),
    titles: Object.values(title).map((words) => tellingOf(wordsOf(words)).map(ownForms)),
    numbers: texts.flatMap((text) => lookUp(provisions, text)?.number ?? []).map(normaliseWord),
  }))
}

/** @param numbers the article numbers in the query. */
export function namedBriefs(query: string, numbers: Words, book: BriefBook): NamedBriefs {
  const { rest, offered } = withoutOffer(wordsOf(query))
  const asked = tellingOf(rest)
  const about = book
    .map(({ page, numbers: own }) => ({ page, place: Math.min(...numbers.map((one) => placeIn(own, one))) }))
    .filter(({ place }) => Number.isFinite(place))
    .toSorted((a, b) => a.place - b.place)
  if (asked.length === 0) return { named: offered ? book.map(({ page }) => page) : [], about: [] }
  const named = book
    .map(({ page, titles }) => ({ page, share: Math.max(...titles.map((title) => shareNamed(asked, title))) }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
    .filter(({ share }, _, [best]) => offered || (share === best?.share && isEnough(share, asked)))
  return { named: named.map(({ page }) => page), about: about.slice(0, MOST_ABOUT).map(({ page }) => page) }
}

function wordsOf(text: string): Words {
  return searchWords(text).map(({ token }) => token)
}

function tellingOf(words: Words): Words {
  return words.filter((word) => !isStopWord(word) && !isQuestionWord(word))
}

const OFFERS = Object.values(BRIEF_WORDS).map(wordsOf)

/** Takes « before the hearing » out of a query. */
function withoutOffer(words: Words): { rest: Words; offered: boolean } {
  for (const offer of OFFERS) {
    const at = words.findIndex((_, place) => offer.every((word, next) => words[place + next] === word))
    if (at !== -1) return { rest: words.toSpliced(at, offer.length), offered: true }
  }
  return { rest: words, offered: false }
}

/** The share of a title that is asked for; 0 if the query has a word that the title has not. */
function shareNamed(asked: Words, title: readonly Words[]): number {
  const forms = asked.map(ownForms)
  const isSame = (a: Words, b: Words) => a.some((form) => b.includes(form))
  if (!forms.every((word) => title.some((one) => isSame(word, one)))) return 0
  return title.filter((one) => forms.some((word) => isSame(word, one))).length / title.length
}

function placeIn(own: Words, number: string): number {
  const place = own.indexOf(number)
  return place === -1 ? Number.POSITIVE_INFINITY : place
}
