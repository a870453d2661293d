import { KNOWN_PHRASES, KNOWN_WORDS } from './known-names'

const WORD = String.raw`\p{Lu}[\p{L}’'-]+`
const RUN = new RegExp(
  String.raw`(?<![\p{L}.])${WORD}(?:\s+(?:(?:ben|bent|bint|bin|ibn|ould|el|al|aït|ait)\s+)?${WORD})*(?:\s+\p{Lu}\.(?!\p{L}))?`,
  'gu',
)
const SENTENCE_START = /(?:^|[.!?…:«“"(–—]\s*)$/u
const ELISION = /(?<!\p{L})(?:[LDNSJCM]|Qu)[’']/giu
const INITIAL = /^\p{Lu}\.$/u

/**
 * Capitalised words that run together and are no court, town, State or institution that we know. French and English alone:
 * Arabic has no capitals. The word that opens a sentence has its capital from there, and is not counted.
 */
export function bareNames(text: string): string[] {
  const known = KNOWN_PHRASES.reduce((left, phrase) => left.replaceAll(phrase, phrase.toLowerCase()), text)
  const rest = known.replace(ELISION, '')
  return [...rest.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    isName(run.split(/\s+/), SENTENCE_START.test(rest.slice(0, index))) ? [run] : [],
  )
}

function isName(run: readonly string[], opensSentence: boolean): boolean {
  const words = run.filter((word) => !INITIAL.test(word))
  const unknown = words.map((word) => /^\p{Lu}/u.test(word) && !KNOWN_WORDS.has(word))
  // « Karim B. » is a name wherever it stands; « l’État A. » is none.
  if (words.length < run.length && unknown.at(-1)) return true
  return words.length > 1 && unknown.slice(opensSentence ? 1 : 0).includes(true)
}
