/**
 * Memoizes a function per object, for results that are needed at each request and derived from objects that never
 * change.
 */
export function oncePer<K extends object, T>(make: (from: K) => T): (from: K) => T {
  const made = new WeakMap<K, { of: T }>()
  return (from) => {
    const known = made.get(from) ?? { of: make(from) }
    made.set(from, known)
    return known.of
  }
}
