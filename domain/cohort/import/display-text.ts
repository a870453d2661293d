/**
 * Text of a file in the form in which it is stored and shown: one line, without invisible characters, cut to a length.
 */
export function displayText(written: string, longest: number): string {
  const line = written.replace(/\s+/gu, ' ').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
  return [...line].slice(0, longest).join('').trim()
}
