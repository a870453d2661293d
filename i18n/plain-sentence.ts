/** Texts and the names of values in turn: `['', 'day', ' · ', 'half', '']`. */
type Parts = readonly string[]
type Tree = { readonly [name: string]: string | Tree }

/** Matches a message with plain values only. Plurals, elements and ICU quotes need the parser of next-intl. */
const PLAIN = /^(?:[^{}<>']|\{\w+\})*$/

/**
 * Formats messages that contain nothing but plain values. Most messages are such, and next-intl takes several times as
 * long for each: a long list would spend half of its rendering time there.
 *
 * @returns a function that returns null for any other message, and if a value is missing or neither text nor a number.
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
