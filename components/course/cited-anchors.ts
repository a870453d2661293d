/** Where a lesson shows what it cites; `id` without its paragraph. */
export function citedAnchor(id: string): string {
  return `cited-${id}`
}

/**
 * The passage that cites it for the `nth` time, counted from 1. The count stands first: after the id it could be read as part
 * of another one, as `cpp-82-5` and `cpp-82-5-3` are both provisions.
 */
export function passageAnchor(id: string, nth: number): string {
  return `passage-${nth}-${id}`
}
