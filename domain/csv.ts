/** Makes spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

// What a spreadsheet takes for the start of a formula, including full-width forms, and after invisible characters.
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** One line as Excel reads it in Arabic and French, where the comma is the decimal separator. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** A cell that a spreadsheet shows but never evaluates. @see https://owasp.org/www-community/attacks/CSV_Injection */
export function csvCell(text: string): string {
  const shown = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

/** Reverses the guard of `csvCell`, so that a text that a spreadsheet did not change is read as it was written. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
