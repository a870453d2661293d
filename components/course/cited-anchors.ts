/** The id of the place where a lesson shows what it cites; `id` is without its paragraph. */
export function citedAnchor(id: string): string {
  return `cited-${id}`
}

/**
 * The id of the passage that cites `id` for the `nth` time, counted from 1. The count comes first: at the end it could
 * be read as part of another id, since `cpp-82-5` and `cpp-82-5-3` are both provisions.
 */
export function passageAnchor(id: string, nth: number): string {
  return `passage-${nth}-${id}`
}
