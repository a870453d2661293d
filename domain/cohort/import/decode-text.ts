type CodePage = 'windows-1252' | 'windows-1256'
/** The encoding of a list. On a French or Arabic Windows, Excel still saves CSV in the machine's code page. */
export type RosterEncoding = 'utf-8' | CodePage | `utf-8 + ${CodePage}`

// French read as Windows-1256 keeps its small accented letters, and its capitals never make three Arabic ones in a row.
const ARABIC_WORD = /[\u0621-\u064A]{3}/

const BEYOND_ASCII = /[^\0-\x7F]/
const LINE_FEED = 0x0a
const MOST_LINES_APART = 20_000

// Node decodes Windows-1252 as Latin-1, which has control characters in the place of quotation marks.
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * Decodes a list by what its bytes can be. Valid UTF-8 is taken as UTF-8, since text in a code page is hardly ever
 * valid UTF-8. People paste lists together, so each line is judged by itself; all lines that are not UTF-8 share one
 * code page.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: RosterEncoding } {
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const lines = linesOf(bytes).map((line) => ({ line, utf8: asUtf8(line) }))
  const others = lines.filter(({ utf8 }) => utf8 === null)
  const arabic = others.some(({ line }) => ARABIC_WORD.test(fromArabic(line)))
  const codePage = arabic ? 'windows-1256' : 'windows-1252'
  const decode = arabic ? fromArabic : fromLatin
  const isMixed = lines.some(({ utf8 }) => utf8 !== null && BEYOND_ASCII.test(utf8))
  return {
    text: lines.map(({ line, utf8 }) => utf8 ?? decode(line)).join(''),
    encoding: isMixed ? `utf-8 + ${codePage}` : codePage,
  }
}

/**
 * The lines with their ends; everything beyond the longest accepted list is one line. A line feed is the same byte in
 * all these encodings, and never part of a letter.
 */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = lines.length < MOST_LINES_APART ? bytes.indexOf(LINE_FEED, start) : -1
    const next = end === -1 ? bytes.length : end + 1
    lines.push(bytes.subarray(start, next))
    start = next
  }
  return lines
}

function fromArabic(bytes: Uint8Array): string {
  return new TextDecoder('windows-1256').decode(bytes)
}

function fromLatin(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes)
  return latin.replace(/[\u0080-\u009F]/g, (control) => HIGH_1252[control.charCodeAt(0) - 0x80] ?? control)
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
