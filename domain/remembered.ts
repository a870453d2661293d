const LIMIT = 4000

/**
 * Memoizes a function by a key made from its arguments, for work at each request that costs more than a look-up. The
 * results must never change, and are never undefined.
 *
 * @param nameOf the key; null for calls that must not be cached.
 */
export function remembered<A extends unknown[], T extends {}>(
  make: (...given: A) => T,
  nameOf: (...given: A) => string | null,
): (...given: A) => T {
  const made = new Map<string, T>()
  return (...given) => {
    const name = nameOf(...given)
    if (name === null) return make(...given)
    const known = made.get(name)
    if (known !== undefined) return known
    // Clear the cache when it is full: cheaper than tracking which entry was used last.
    if (made.size >= LIMIT) made.clear()
    const fresh = make(...given)
    made.set(name, fresh)
    return fresh
  }
}

/** The same for a function of one text, which is its own key. */
export function rememberedText<T extends {}>(make: (text: string) => T): (text: string) => T {
  return remembered(make, (text) => text)
}
