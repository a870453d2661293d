import { ALPHABET, tidyNumber } from './certificate-number'
import { foldName } from './match-name'

/**
 * The search for a certificate: the beginning of its number, or a part of a folded name. If both are empty, all match.
 */
export type CertificateSearch = { number: string; name: string }

/** In characters: longer than any name on a certificate. */
const LONGEST = 100

/** The typed text may be a name or a number. It is searched as a number only if a number could begin with it. */
export function readCertificateSearch(typed: string): CertificateSearch {
  const text = typed.slice(0, LONGEST)
  const number = tidyNumber(text)
  return { number: [...number].every((sign) => ALPHABET.includes(sign)) ? number : '', name: foldName(text) }
}
