const LIMIT = 4000

/**
 * The same function, working once per text: the sentences of a course come back at each request, and taking them apart costs
 * more than writing them. What it makes must never change.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    const known = made.get(text)
    if (known !== undefined) return known
    // Now and then from the start: cheaper than counting which was used last.
    if (made.size >= LIMIT) made.clear()
    const fresh = make(text)
    made.set(text, fresh)
    return fresh
  }
}
