/** Half a year, `2026-1` or `2026-2`. They sort as texts. */
export type HalfYear = string

/** True if one of the half-years lies between `from` and `to`, both included. Null sets no limit. */
export function isOneBetween(
  halves: readonly HalfYear[],
  { from, to }: { from: HalfYear | null; to: HalfYear | null },
): boolean {
  return halves.some((half) => (from === null || half >= from) && (to === null || half <= to))
}

/** Returns the text if it is one of these half-years, otherwise null. */
export function readHalf(typed: string | null, halves: readonly HalfYear[]): HalfYear | null {
  return halves.find((half) => half === typed) ?? null
}
