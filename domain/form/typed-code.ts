/** The digits of Arabic and Persian keyboards. The last four bits of each are its value. */
const FOREIGN_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g
const LOW_NIBBLE = 0xf

/** A typed code without the characters that do not matter: spaces, dashes of any kind, invisible marks. */
export function stripTyped(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}\u2212._]/gu, '')
}

/** Converts Arabic-Indic and Persian digits to Western ones. */
export function westernDigits(text: string): string {
  return text.replace(FOREIGN_DIGIT, (digit) => String(digit.charCodeAt(0) & LOW_NIBBLE))
}
