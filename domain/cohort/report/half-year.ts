/** Half a year, `2026-1` or `2026-2`: they sort as texts. */
export type HalfYear = string

/** Those from the one to the other that an address names, both included; what it does not name does not narrow. */
export function betweenHalves<T>(
  rows: readonly T[],
  halfOf: (row: T) => HalfYear,
  { from, to }: { from: HalfYear | null; to: HalfYear | null },
): T[] {
  return rows.filter((row) => (from === null || halfOf(row) >= from) && (to === null || halfOf(row) <= to))
}

/** The same text if it names one of these. */
export function readHalf(typed: string | null, halves: readonly HalfYear[]): HalfYear | null {
  return halves.find((half) => half === typed) ?? null
}
