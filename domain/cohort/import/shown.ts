/** Text of a file as it can be stored and shown: one line without what cannot be seen, and cut where it is too long. */
export function shown(written: string, longest: number): string {
  const line = written.replace(/\s+/gu, ' ').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
  return [...line].slice(0, longest).join('').trim()
}
