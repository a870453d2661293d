import { KNOWN_PHRASES, KNOWN_WORDS } from './known-names'

const WORD = String.raw`\p{Lu}[\p{L}’'-]+`
const RUN = new RegExp(
  String.raw`(?<![\p{L}.])${WORD}(?:\s+(?:(?:ben|bent|bint|bin|ibn|ould|el|al|aït|ait)\s+)?${WORD})*(?:\s+\p{Lu}\.(?!\p{L}))?`,
  'gu',
)
const SENTENCE_START = /(?:^|[.!?…:«“"(–—]\s*)$/u
const ELISION = /(?<!\p{L})(?:[LDNSJCM]|Qu)[’']/giu
const INITIAL = /^\p{Lu}\.$/u
/** A name has at least two capitals. Most texts that people type have one, or none if they are in Arabic. */
const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/su

/**
 * Finds capitalised words in a row that are not a known court, town, State or institution. French and English only:
 * Arabic has no capitals. The first word of a sentence is capitalised anyway, so it does not count.
 */
export function bareNames(text: string): string[] {
  if (!TWO_CAPITALS.test(text)) return []
  const known = KNOWN_PHRASES.reduce((left, phrase) => left.replaceAll(phrase, phrase.toLowerCase()), text)
  const rest = known.replace(ELISION, '')
  return [...rest.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    isName(run.split(/\s+/), SENTENCE_START.test(rest.slice(0, index))) ? [run] : [],
  )
}

function isName(run: readonly string[], opensSentence: boolean): boolean {
  const words = run.filter((word) => !INITIAL.test(word))
  const unknown = words.map((word) => /^\p{Lu}/u.test(word) && !KNOWN_WORDS.has(word))
  // « Karim B. » is a name anywhere; « l’État A. » is not.
  if (words.length < run.length && unknown.at(-1)) return true
  return words.length > 1 && unknown.slice(opensSentence ? 1 : 0).includes(true)
}
