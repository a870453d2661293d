import { searchTokens, searchWords } from './normalise-search'

/** The consonants for which Arabic letters stand in French words. Letters that are not listed are vowels or silent. */
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ط: 't', ث: 't', ج: 'j', ش: 'j', چ: 'j', د: 'd', ض: 'd', ذ: 'd', ر: 'r', غ: 'r', ز: 's', س: 's',
  ص: 's', ظ: 's', ف: 'f', ڤ: 'f', ڥ: 'f', ق: 'k', ك: 'k', گ: 'k', ڭ: 'k', خ: 'k', ل: 'l', م: 'm', ن: 'n',
} // biome-ignore format: a table reads better in rows.

/** Replacements, in order, that reduce a French word (as `normaliseWord` returns it) to the same consonants. */
const FRENCH: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})(?:es?|s|t|x|d|ent)$/, ''],
  [/t(?=i(?:on|el|eu))/g, 's'],
  [/ph/g, 'f'],
  [/ch|sh/g, 'j'],
  [/gn/g, 'n'],
  [/qu|q/g, 'k'],
  [/sc(?=[eiy])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/g(?=[eiy])/g, 'j'],
  [/x/g, 'ks'],
  [/[cg]/g, 'k'],
  [/p/g, 'b'],
  [/v/g, 'f'],
  [/z/g, 's'],
  [/[^bdfjklmnrst]/g, ''],
  [/(.)\1+/g, '$1'],
]

/** The consonants that are heard in a word, so that «بروسيدور» and « procédure » have the same: `brsdr`. */
function soundOf(word: string): string {
  if (isArabic(word)) {
    return [...word]
      .map((letter) => ARABIC[letter] ?? '')
      .join('')
      .replace(/(.)\1+/g, '$1')
  }
  return FRENCH.reduce((rest, [pattern, sound]) => rest.replace(pattern, sound), word)
}

/** The fewest consonants of an entry: shorter ones would match too many words. */
const ENOUGH = 3
/** The most words that are read together as one term: «تريت ديزيتر أومان». */
const MOST_WORDS = 4

/** Consonants of a French word or term → its search tokens. */
export type FrenchSounds = ReadonlyMap<string, readonly string[]>

export function frenchSounds(texts: readonly string[]): FrenchSounds {
  const ways = [...texts, ...texts.flatMap(searchTokens)].map((text): [string, readonly string[]] => [
    searchWords(text)
      .map(({ token }) => soundOf(token))
      .join(''),
    searchTokens(text),
  ])
  // A map keeps the last entry of a key: reversed, the first of those that sound alike stays.
  return new Map(ways.filter(([sound]) => sound.length >= ENOUGH).toReversed())
}

/**
 * Reads French that is written in Arabic letters. Only an unknown word may begin it; short words such as
 * « la » or « les » may follow.
 */
export function readFrench(
  words: readonly string[],
  sounds: FrenchSounds,
  isKnown: (word: string) => boolean,
): string[] {
  const read: string[] = []
  for (let place = 0; place < words.length; ) {
    const word = words[place] ?? ''
    const isStrange = (each: string) => isArabic(each) && !isKnown(each)
    const heard = isStrange(word) ? frenchAt(words.slice(place), sounds, isStrange) : null
    read.push(...(heard?.words ?? [word]))
    place += heard?.length ?? 1
  }
  return read
}

function frenchAt(words: readonly string[], sounds: FrenchSounds, isStrange: (word: string) => boolean) {
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length -= 1) {
    const run = words.slice(0, length)
    if (!run.every((word) => isStrange(word) || isParticle(word))) continue
    const heard = run.map(soundOf).join('')
    const french = sounds.get(heard) ?? (heard.startsWith('l') ? sounds.get(heard.slice(1)) : undefined)
    if (french) return { words: french, length }
  }
  return null
}

/** « la », « les », « de » in Arabic letters. */
function isParticle(word: string): boolean {
  return isArabic(word) && word.length <= 2
}

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word)
}
