import 'server-only'

// All but what the paper's fonts can draw: Latin with its accents, and Arabic as it is written today.
const UNDRAWN =
  /[^\u0020-\u007E\u00A0-\u024F\u02BC-\u02BF\u0300-\u036F\u060C\u061B\u061F-\u06DC\u06DF-\u06FF\u0750-\u077F\u1E00-\u1EFF\u2010-\u2015\u2018-\u201E\u2026\u202F\u2030\u2039\u203A\u20AC]/gu
const INVISIBLE = /\p{C}/gu
const LINES = /[\s\p{Zl}\p{Zp}]+/gu
const NO_BREAK_SPACES = /[\u00A0\u202F]/u

/**
 * One line that PDF/UA accepts: without control characters and marks that reorder a line, and with a question mark for a
 * sign that no font has, since one missing glyph refuses the whole paper.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(LINES, (space) => (NO_BREAK_SPACES.test(space) ? space : ' '))
    .replace(INVISIBLE, '')
    .replace(UNDRAWN, '?')
}
