/** Half a year, `2026-1` or `2026-2`. They sort as texts. */
export type HalfYear = string

/** Keeps the entries between two half-years of an address, both included. A missing one sets no limit. */
export function betweenHalves<T>(
  rows: readonly T[],
  halfOf: (row: T) => HalfYear,
  { from, to }: { from: HalfYear | null; to: HalfYear | null },
): T[] {
  return rows.filter((row) => (from === null || halfOf(row) >= from) && (to === null || halfOf(row) <= to))
}

/** Returns the text if it is one of these half-years, otherwise null. */
export function readHalf(typed: string | null, halves: readonly HalfYear[]): HalfYear | null {
  return halves.find((half) => half === typed) ?? null
}
