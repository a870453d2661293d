/** Where a lesson shows what it cites; `id` without its paragraph. */
export function citedAnchor(id: string): string {
  return `cited-${id}`
}

/** The passage that cites it for the `nth` time, counted from 1. */
export function passageAnchor(id: string, nth: number): string {
  return nth === 1 ? `passage-${id}` : `passage-${id}-${nth}`
}
