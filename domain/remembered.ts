const LIMIT = 4000

/**
 * The same function, working once per name of what it is given: what is asked for comes back at each request, and the work
 * costs more than finding it again. What it makes must never change, and is never undefined.
 *
 * @param nameOf null for what is not to be kept.
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
    // Now and then from the start: cheaper than counting which was used last.
    if (made.size >= LIMIT) made.clear()
    const fresh = make(...given)
    made.set(name, fresh)
    return fresh
  }
}

/** The same for a text, which is its own name. */
export function rememberedText<T extends {}>(make: (text: string) => T): (text: string) => T {
  return remembered(make, (text) => text)
}
