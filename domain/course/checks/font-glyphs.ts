import { error, type TextCheck } from './finding'
import { matchesIn } from './matches-in'

/** The characters of the Latin subsets: their `unicode-range`. */
const LATIN =
  '\\u0020-\\u007E\\u00A0-\\u00FF\\u0152\\u0153\\u0178\\u2009-\\u2010\\u2013\\u2014\\u2018-\\u201E\\u2022\\u2026\\u202F\\u2039\\u203A\\u20AC\\u2116\\u2122\\u2190\\u2192\\u2212\\u2264\\u2265'
/** The characters that the Arabic subsets were built with: fewer than their `unicode-range`. */
const ARABIC =
  '\\u060C\\u061B\\u061F\\u0621-\\u063A\\u0640-\\u0655\\u066A-\\u066C\\u0670\\u0671\\u067E\\u06A4\\u06A5\\u06AD\\u200C-\\u200F\\u2066-\\u2069\\uFDF2'
/** Other checks refuse these characters. */
const ELSEWHERE = '\\u2011\\u0660-\\u0669\\u06F0-\\u06F9'

const MISSING = new RegExp(`[^\\s${LATIN}${ARABIC}${ELSEWHERE}]`, 'gu')

/** A character missing from the site's fonts would be drawn in a fallback font, or as a box. */
export const fontGlyphs: TextCheck = (texts) =>
  texts.flatMap((run) =>
    matchesIn(run, MISSING).map((match) =>
      error(match, `the fonts have no “${match.text}” (${codePoint(match.text)}): use another character`, {
        words: match.text,
      }),
    ),
  )

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
