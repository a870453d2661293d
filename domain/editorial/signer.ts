/** Without letters and digits that look alike. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 4

/**
 * The pseudonym of a reviewer in what she signs and writes: R-7K3F. It is random, so that it does not reveal her name.
 *
 * @param random uniform in [0, 1).
 */
export function makeSigner(random: () => number): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length)))
  return `R-${letters.join('')}`
}
