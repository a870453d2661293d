import type { Locale } from '../locale'
import { splitReferences } from './split-references'

/**
 * A piece of a sentence and how a page must set it: `reference` left to right and unbroken, `arabic` as Arabic words,
 * `latin` as a name or address in Latin letters, `date` as one unit.
 */
export type TextPart = { text: string; kind: 'plain' | 'reference' | 'arabic' | 'latin' | 'date' }

const LATIN_FIRST = /^\P{L}*\p{Script=Latin}/u
const ARABIC_RUN = /([\p{Script=Arabic}\p{M}]+(?:[\s،]+[\p{Script=Arabic}\p{M}]+)*)/u
// A Latin word ends with a letter, a digit or a slash: the mark after it belongs to the sentence.
const LATIN_WORD = String.raw`\p{Script=Latin}(?:[^\s،؛؟«»\p{Script=Arabic}]*[\p{Script=Latin}\d/])?`
/**
 * `Mouwatine News`, `CM/ResDH(2017)95`, `https://example.ma/?p=1`, and a number that ends a name, as in `France 24`.
 */
const LATIN_RUN = new RegExp(String.raw`(${LATIN_WORD}(?:\s+${LATIN_WORD})*(?:\s+\d+(?=\s*(?:[،؛.:)]|$)))?)`, 'u')
/** `5 نونبر 2025`. */
const DATE = /(\d{1,2}\s\p{Script=Arabic}+\s\d{4})/u

/**
 * Splits a sentence where its setting changes: at numbers of provisions and laws; in French and English at quoted
 * Arabic terms; in Arabic at Latin names and at dates. A day that follows a Latin name would be drawn as part of that
 * name, and its month and year elsewhere.
 *
 * @param locale the language of the sentence; by default the language of its first letter.
 */
export function textParts(text: string, locale?: Locale): TextPart[] {
  if (locale === 'ar') return arabicSentence(text)
  const quotesArabic = LATIN_FIRST.test(text)
  return referencesIn(text).flatMap((part): TextPart[] =>
    part.kind === 'plain' && quotesArabic ? cut(part.text, ARABIC_RUN, 'arabic', plain) : [part],
  )
}

function arabicSentence(text: string): TextPart[] {
  if (!LATIN_RUN.test(text)) return referencesIn(text)
  return cut(text, LATIN_RUN, 'latin', (between) => cut(between, DATE, 'date', referencesIn))
}

function referencesIn(text: string): TextPart[] {
  return splitReferences(text).map((part) => ({ text: part.text, kind: part.reference ? 'reference' : 'plain' }))
}

function plain(text: string): TextPart[] {
  return [{ text, kind: 'plain' }]
}

/** @param pattern with one capturing group: a split puts the matches at the odd indexes. */
function cut(text: string, pattern: RegExp, kind: TextPart['kind'], rest: (text: string) => TextPart[]): TextPart[] {
  return text
    .split(pattern)
    .flatMap((piece, index): TextPart[] => (index % 2 === 1 ? [{ text: piece, kind }] : rest(piece)))
    .filter((part) => part.text !== '')
}
