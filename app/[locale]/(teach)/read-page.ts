/** The page that an address asks for: the first is 1, and so is what cannot be read. */
export function readPage(typed: string | null): number {
  return typed && /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1
}
