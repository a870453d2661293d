import { splitReferences } from './split-references'

/** A piece of a sentence and how a page must set it: `reference` left to right and unbroken, `arabic` as Arabic words. */
export type TextPart = { text: string; kind: 'plain' | 'reference' | 'arabic' }

const LATIN_FIRST = /^\P{L}*\p{Script=Latin}/u
const ARABIC_RUN = /([\p{Script=Arabic}\p{M}]+(?:[\s،]+[\p{Script=Arabic}\p{M}]+)*)/u

/**
 * Cuts a sentence where its setting changes: numbers of provisions and laws, and the Arabic terms that a French or English
 * sentence quotes. Arabic sentences keep their words whole.
 */
export function textParts(text: string): TextPart[] {
  const quotesArabic = LATIN_FIRST.test(text)
  return splitReferences(text).flatMap((part): TextPart[] => {
    if (part.reference) return [{ text: part.text, kind: 'reference' }]
    return quotesArabic ? arabicRuns(part.text) : [{ text: part.text, kind: 'plain' }]
  })
}

function arabicRuns(text: string): TextPart[] {
  // A split on one capturing group leaves the runs at the odd places.
  return text
    .split(ARABIC_RUN)
    .map((run, index): TextPart => ({ text: run, kind: index % 2 === 1 ? 'arabic' : 'plain' }))
    .filter((part) => part.text !== '')
}
