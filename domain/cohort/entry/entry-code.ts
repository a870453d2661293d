import { ALPHABET } from '../../certificate/certificate-number'
import { stripTyped, westernDigits } from '../../form/typed-code'

/** 30^8 is about 2^39: with the rate limits, nobody guesses a code by chance. */
export const ENTRY_CODE_LENGTH = 8
const HALF = ENTRY_CODE_LENGTH / 2

/** @param random uniform in [0, 1). */
export function makeEntryCode(random: () => number): string {
  const character = () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length))
  return Array.from({ length: ENTRY_CODE_LENGTH }, character).join('')
}

/** `XXXX-XXXX`, as it is shown and read aloud. */
export function formatEntryCode(code: string): string {
  return `${code.slice(0, HALF)}-${code.slice(HALF)}`
}

/**
 * Reads a typed code. It ignores case, spaces, dashes and the script of its digits. Null if the text cannot be a code.
 */
export function readEntryCode(typed: string): string | null {
  const code = westernDigits(stripTyped(typed)).toUpperCase()
  const fits = code.length === ENTRY_CODE_LENGTH && [...code].every((character) => ALPHABET.includes(character))
  return fits ? code : null
}
