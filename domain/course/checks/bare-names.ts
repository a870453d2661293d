import { KNOWN_PHRASES, KNOWN_WORDS } from './known-names'

const WORD = String.raw`\p{Lu}[\p{L}’'-]+`
const RUN = new RegExp(
  String.raw`(?<![\p{L}.])${WORD}(?:[ \u00a0\u202f]+(?:(?:ben|bent|bint|bin|ibn|ould|el|al|aït|ait)[ \u00a0\u202f]+)?(?:${WORD}|\p{Lu}\.))+`,
  'gu',
)
const SENTENCE_START = /(?:^|[.!?…:«“"(–—]\s*)$/u
const ELISION = /^(?:[LDNSJCM]|Qu)[’']/u

/**
 * Capitalised words that run together and are no court, town, State or institution that we know. French and English alone:
 * Arabic has no capitals. The word that opens a sentence has its capital from there, and is not counted.
 */
export function bareNames(text: string): string[] {
  const rest = KNOWN_PHRASES.reduce((left, phrase) => left.replaceAll(phrase, phrase.toLowerCase()), text)
  return [...rest.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    isName(run.split(/\s+/), SENTENCE_START.test(rest.slice(0, index))) ? [run] : [],
  )
}

function isName(run: readonly string[], opensSentence: boolean): boolean {
  const unknown = run.map((word) => /^\p{Lu}/u.test(word) && !KNOWN_WORDS.has(word.replace(ELISION, '')))
  // « Karim B. » is a name wherever it stands.
  if (unknown[0] && run.some((word) => /^\p{Lu}\.$/u.test(word))) return true
  return unknown.slice(opensSentence ? 1 : 0).includes(true)
}
