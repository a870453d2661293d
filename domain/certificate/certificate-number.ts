import { stripTyped } from '../form/typed-code'

/** Digits and capitals without the look-alikes 0 O, 1 I L and without U: 30 characters. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Random characters; one check character follows. 30^12 is about 2^58.9. */
export const RANDOM_LENGTH = 12
const GROUP = 4

export type NumberReading = { status: 'well-formed'; number: string } | { status: 'mistyped' } | { status: 'malformed' }

/**
 * Luhn mod 30 over the alphabet: detects every single wrong character, and every swap of neighbours except one pair.
 *
 * @see https://en.wikipedia.org/wiki/Luhn_mod_N_algorithm
 */
export function checkCharacter(random: string): string {
  const base = ALPHABET.length
  let factor = 2
  let sum = 0
  for (const character of [...random].reverse()) {
    const product = ALPHABET.indexOf(character) * factor
    sum += Math.floor(product / base) + (product % base)
    factor = factor === 2 ? 1 : 2
  }
  return ALPHABET.charAt((base - (sum % base)) % base)
}

/** @param random uniform in [0, 1). */
export function makeCertificateNumber(random: () => number): string {
  const characters = Array.from({ length: RANDOM_LENGTH }, () =>
    ALPHABET.charAt(Math.floor(random() * ALPHABET.length)),
  )
  const body = characters.join('')
  return body + checkCharacter(body)
}

/** `XXXX-XXXX-XXXX-X`, as printed. */
export function formatCertificateNumber(number: string): string {
  return (number.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')
}

/** Reads a typed number. It ignores case, spaces and dashes of any kind. */
export function readCertificateNumber(typed: string): NumberReading {
  const number = tidyNumber(typed)
  if (number.length !== RANDOM_LENGTH + 1) return { status: 'malformed' }
  if ([...number].some((character) => !ALPHABET.includes(character))) return { status: 'mistyped' }
  const valid = checkCharacter(number.slice(0, RANDOM_LENGTH)) === number.at(-1)
  return valid ? { status: 'well-formed', number } : { status: 'mistyped' }
}

/** A number, or the beginning of one, in the form in which it is stored. */
export function tidyNumber(typed: string): string {
  return stripTyped(typed).toUpperCase()
}
