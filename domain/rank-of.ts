/**
 * A number that depends on the text alone. It spreads ids evenly; it is not meant to be secret.
 *
 * @see FNV-1a, 32 bits: https://www.rfc-editor.org/rfc/rfc9923
 */
export function rankOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
