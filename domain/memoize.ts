type Memo<A extends unknown[]> = {
  /** Null for what is not to be kept. */
  key: (...given: A) => string | null
  /** Of this many results, the ones that were asked for last. */
  limit: number
}

/**
 * The same function, working once per key. What it makes must never change, and is never undefined. A promise is kept from
 * its start, so that those who ask at the same moment share it, and is forgotten when it fails.
 */
export function memoize<A extends unknown[], T extends {}>(
  make: (...given: A) => T,
  { key: keyOf, limit }: Memo<A>,
): (...given: A) => T {
  const made = new Map<string, T>()
  return (...given) => {
    const key = keyOf(...given)
    if (key === null) return make(...given)
    const known = made.get(key)
    const result = known ?? make(...given)
    // A map keeps the order in which keys were set: the first one was not asked for the longest.
    if (known !== undefined) made.delete(key)
    else if (result instanceof Promise) result.catch(() => made.delete(key))
    made.set(key, result)
    if (made.size > limit) made.delete(made.keys().next().value as string)
    return result
  }
}

/** The same for a text, which is its own key. */
export function memoizeText<T extends {}>(make: (text: string) => T): (text: string) => T {
  return memoize(make, { key: (text) => text, limit: 4000 })
}

/** The same function, working once per object: for what is read from something that never changes, at each request. */
export function memoizePerObject<K extends object, T>(make: (from: K) => T): (from: K) => T {
  const made = new WeakMap<K, { of: T }>()
  return (from) => {
    const known = made.get(from) ?? { of: make(from) }
    made.set(from, known)
    return known.of
  }
}
