/** Without letters and digits that look alike. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 4

/**
 * What stands for a reviewer in what she signs and writes: R-7K3F. It is drawn, so that nothing in it tells who she is.
 *
 * @param random uniform in [0, 1).
 */
export function makeSigner(random: () => number): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length)))
  return `R-${letters.join('')}`
}
