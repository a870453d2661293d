/** The digits of Arabic and Persian keyboards: the last four bits of each are its value. */
const FOREIGN_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g
const LOW_NIBBLE = 0xf

/** A typed code without what does not matter in it: spaces, dashes of any kind, marks that cannot be seen. */
export function stripTyped(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}\u2212._]/gu, '')
}

/** Arabic-Indic and Persian digits as Western ones. */
export function westernDigits(text: string): string {
  return text.replace(FOREIGN_DIGIT, (digit) => String(digit.charCodeAt(0) & LOW_NIBBLE))
}
