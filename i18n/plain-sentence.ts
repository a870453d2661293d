/** Texts and the names of values by turns: `['', 'day', ' · ', 'half', '']`. */
type Parts = readonly string[]
type Tree = { readonly [name: string]: string | Tree }

/** Values alone: no plural, no element, no quoting, for which a sentence needs a grammar. */
const PLAIN = /^(?:[^{}<>']|\{\w+\})*$/

/**
 * Puts sentences together that hold nothing but values. Most do, and next-intl takes several times as long for one: a
 * long list spends half of its rendering in it.
 *
 * @returns null for every other sentence, and where a value is missing or is no text and no number.
 */
export function plainSentences(
  messages: Tree,
): (key: string, values: Readonly<Record<string, unknown>>) => string | null {
  const known = new Map<string, Parts | null>()
  const partsOf = (key: string) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const message = messageAt(messages, key)
    if (message === null) return null
    const parts = PLAIN.test(message) ? message.split(/\{(\w+)\}/) : null
    known.set(key, parts)
    return parts
  }
  return (key, values) => {
    const parts = partsOf(key)
    return parts && fillIn(parts, values)
  }
}

function messageAt(messages: Tree, key: string): string | null {
  let found: string | Tree | undefined = messages
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined
  return typeof found === 'string' ? found : null
}

function fillIn(parts: Parts, values: Readonly<Record<string, unknown>>): string | null {
  let said = parts[0] ?? ''
  for (let place = 1; place < parts.length; place += 2) {
    const value = values[parts[place] ?? '']
    if (typeof value !== 'string' && typeof value !== 'number') return null
    said += String(value) + parts[place + 1]
  }
  return said
}
