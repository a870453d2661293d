/**
 * Addresses that can be written in one way only: every other spelling of a file, by escapes or by way of another folder, would
 * be kept beside it.
 */
const ONE_SPELLING = /^\/(_next\/static|assets)(\/[\w~-][\w.~-]*)+$/
/** Several builds' worth of files. */
export const MOST_KEPT = 500

/** Compressed files, by their address. */
const kept = new Map()

/**
 * What `pack` makes of a file that carries its hash in its name: made once. Null for every other answer.
 *
 * @param url as the client wrote it.
 */
export function packedOnce(url, response, pack) {
  const [path] = url.split('?')
  if (response.statusCode !== 200 || !isForEver(response) || !ONE_SPELLING.test(path)) return null
  const known = kept.get(path) ?? pack()
  if (kept.size < MOST_KEPT) kept.set(path, known)
  return known
}

function isForEver(response) {
  return /\bimmutable\b/.test(String(response.getHeader('cache-control')))
}
