/** What has the same key, in the order in which it came. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const same = groups.get(keyOf(one))
    if (same) same.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
