/** In letters. A word is cut only if at least this many are left. */
const FEWEST_LETTERS_LEFT = 3
const PREFIX = /^[بلكفوس]/u
const SUFFIX = /(?:هما|هم|هن|ها|نا|كم|ات|ون|ين|ان|يه|ه|ي)$/u

/**
 * A word of a query and what is left of it without particles and endings: «بطفل» → «طفل». Only the query is cut, so that
 * the index need not hold more words.
 */
export function formsOf(token: string): string[] {
  if (!/\p{Script=Arabic}/u.test(token)) return [...new Set([token, ...endingsOff(token)])]
  const bare = cut(token, PREFIX)
  return [...new Set([token, bare, cut(token, SUFFIX), cut(bare, SUFFIX)])]
}

/** The word without its first letter, if that may be a joined particle. */
export function withoutParticle(token: string): string {
  return cut(token, PREFIX)
}

/** The forms of a vocabulary word. Only its ending is cut: what looks like a particle belongs to the word. */
export function ownForms(token: string): string[] {
  if (!/\p{Script=Arabic}/u.test(token)) return formsOf(token)
  return [...new Set([token, cut(token, SUFFIX)])]
}

/** French and English plurals and feminines. */
function endingsOff(token: string): string[] {
  return ['s', 'es', 'e', 'x']
    .filter((end) => token.endsWith(end))
    .map((end) => token.slice(0, -end.length))
    .filter(isLongEnough)
}

function cut(token: string, part: RegExp): string {
  const rest = token.replace(part, '')
  return isLongEnough(rest) ? rest : token
}

function isLongEnough(token: string): boolean {
  return token.length >= FEWEST_LETTERS_LEFT
}
