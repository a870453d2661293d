import 'server-only'
import { BoundedMap } from '../../bounded-map'

// What is printed follows from the counts alone, and hiding in a table of thirteen regions costs up to half a second.
const kept = new BoundedMap<string, unknown>(100)

/** The same print of the same counts, made once. @param name of what is printed: no other print has it. */
export function printOnce<C extends readonly unknown[], P>(name: string, print: (...counts: C) => P, ...counts: C): P {
  const key = `${name} ${JSON.stringify(counts)}`
  return (kept.get(key) ?? kept.set(key, print(...counts))) as P
}
