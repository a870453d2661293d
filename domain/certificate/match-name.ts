import type { Names } from '../person/profile'

// Letters that a keyboard lacks or that are interchanged, and the letters as which they are compared.
const SAME_LETTER: readonly [RegExp, string][] = [
  [/[أإآٱ]/g, 'ا'],
  [/[ىیئ]/g, 'ي'],
  [/ؤ/g, 'و'],
  [/ء/g, ''],
  [/ة/g, 'ه'],
  [/[ڭݣگک]/g, 'ك'],
  [/ڤ/g, 'ف'],
  [/پ/g, 'ب'],
  [/چ/g, 'ج'],
  [/œ/g, 'oe'],
  [/æ/g, 'ae'],
  [/ß/g, 'ss'],
  [/ø/g, 'o'],
  [/ł/g, 'l'],
  [/đ/g, 'd'],
]
/** Accents, tashkeel, tatweel, and the invisible marks of direction and joining that come with pasted text. */
const UNSEEN = /[\p{M}\p{Cf}\u0640]/gu

/**
 * A name for comparison, never for display: without case, accents, tashkeel, tatweel, punctuation and invisible marks;
 * hamza carriers, alef maqsura, ta marbuta and the kinds of kaf folded; spaces collapsed.
 */
export function foldName(name: string): string {
  const letters = name.normalize('NFKD').replace(UNSEEN, '').toLowerCase()
  return SAME_LETTER.reduce((folded, [letter, same]) => folded.replace(letter, same), letters)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Whether the typed name matches the printed one, in either script. Word order matters; an empty name matches nothing.
 */
export function matchesName(typed: string, onPaper: { nameArabic: string; nameLatin: string }): boolean {
  const folded = withoutSpaces(typed)
  return folded !== '' && [onPaper.nameArabic, onPaper.nameLatin].some((name) => withoutSpaces(name) === folded)
}

/** Whether both names of two papers, accounts or entries match, each in its script. An empty name matches nothing. */
export function haveSameNames(one: Names, other: Names): boolean {
  return (
    matchesName(one.nameArabic, { nameArabic: other.nameArabic, nameLatin: '' }) &&
    matchesName(one.nameLatin, { nameArabic: '', nameLatin: other.nameLatin })
  )
}

/** `S. B.` or `س. ب.`: the first letters of at most three words, after an Arabic article. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /\p{L}/u.test(word))
  return words
    .slice(0, 3)
    .map((word) => `${(word.replace(/^ال(?=\p{L}{2})/u, '').match(/\p{L}/u)?.[0] ?? '').toUpperCase()}.`)
    .join(' ')
}

// In print, a space after a letter that does not join is invisible: عبد الله, عبدالله.
function withoutSpaces(name: string): string {
  return foldName(name).replaceAll(' ', '')
}
