/** Groups the elements by key, in their original order. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const same = groups.get(keyOf(one))
    if (same) same.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
