import 'server-only'

const INVISIBLE = /\p{C}/gu
const LINES = /[\s\p{Zl}\p{Zp}]+/gu
const NO_BREAK_SPACES = /[\u00A0\u202F]/u
/** The characters that the fonts of the certificate can draw: Latin with accents, modern Arabic, and punctuation. */
const DRAWN: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2bc, 0x2bf],
  [0x300, 0x36f],
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x6dc],
  [0x6df, 0x6ff],
  [0x750, 0x77f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2026, 0x2026],
  [0x202f, 0x202f],
  [0x2039, 0x203a],
]

/**
 * One line that PDF/UA accepts: without control characters and bidirectional marks, and with a question mark for a
 * character that no font has, since one missing glyph makes the whole document invalid.
 */
export function printable(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(LINES, (space) => (NO_BREAK_SPACES.test(space) ? space : ' '))
    .replace(INVISIBLE, '')
  return Array.from(line, (sign) => (isDrawn(sign.codePointAt(0) ?? 0) ? sign : '?')).join('')
}

function isDrawn(code: number): boolean {
  return DRAWN.some(([first, last]) => code >= first && code <= last)
}
