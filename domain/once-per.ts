/** The same function, working once per object: for what is read from something that never changes, at each request. */
export function oncePer<K extends object, T>(make: (from: K) => T): (from: K) => T {
  const made = new WeakMap<K, { of: T }>()
  return (from) => {
    const known = made.get(from) ?? { of: make(from) }
    made.set(from, known)
    return known.of
  }
}
