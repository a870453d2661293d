/** How a list was written. Excel on a French or Arabic Windows still saves CSV in the code page of the machine. */
export type ListEncoding = 'utf-8' | 'windows-1252' | 'windows-1256'

// Read as Windows-1256, French keeps its small accented letters, and its capitals never make three Arabic letters in a row.
const ARABIC_WORD = /[\u0621-\u064A]{3}/

// Node reads Windows-1252 as if it were Latin-1, which has control characters where it has quotation marks.
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** The text of a list, by what its bytes can be: what is valid UTF-8 is UTF-8, since text in a code page hardly ever is. */
export function decodeList(bytes: Uint8Array): { text: string; encoding: ListEncoding } {
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const arabic = new TextDecoder('windows-1256').decode(bytes)
  if (ARABIC_WORD.test(arabic)) return { text: arabic, encoding: 'windows-1256' }
  const latin = new TextDecoder('latin1').decode(bytes)
  const text = latin.replace(/[\u0080-\u009F]/g, (control) => HIGH_1252[control.charCodeAt(0) - 0x80] ?? control)
  return { text, encoding: 'windows-1252' }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
