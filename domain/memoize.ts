type Memo<A extends unknown[]> = {
  /** Null for a result that is not cached. */
  key: (...given: A) => string | null
  /** How many results are cached: the most recently used ones. */
  limit: number
}

/**
 * The same function with an LRU cache by key. Results must be immutable and never undefined. A promise is cached from
 * its start, so that concurrent calls share it, and is removed if it rejects.
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
    // A map keeps the order in which keys were set: the first one is the least recently used.
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

/** The same function with a cache by object, for values that are derived from an immutable object at each request. */
export function memoizePerObject<K extends object, T>(make: (from: K) => T): (from: K) => T {
  const made = new WeakMap<K, { of: T }>()
  return (from) => {
    const known = made.get(from) ?? { of: make(from) }
    made.set(from, known)
    return known.of
  }
}
