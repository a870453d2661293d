import { ALPHABET, tidyNumber } from './certificate-number'
import { foldName } from './match-name'

/** What a certificate is looked for by: the beginning of its number, or a part of a folded name. Both empty: all. */
export type Sought = { number: string; name: string }

/** In characters: longer than any name on a certificate. */
const LONGEST = 100

/** What was typed may be either: only a text that a number could begin with is looked for as one. */
export function readSought(typed: string): Sought {
  const text = typed.slice(0, LONGEST)
  const number = tidyNumber(text)
  return { number: [...number].every((sign) => ALPHABET.includes(sign)) ? number : '', name: foldName(text) }
}
