const PAGE = /^\/(?:ar|fr|en)(?:[/?#]|$)/
// Browsers read a backslash as a slash and drop tabs and line ends. No address of this site contains any of them.
const UNFIT = /[\\\s\p{C}]/u
const HERE = 'https://here.invalid'

/**
 * The page to return to after signing in: an absolute path of this site under a language. Null for anything else; then
 * the person goes to the default page, without an error message.
 */
export function safeReturnPath(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 1000 || !PAGE.test(next) || UNFIT.test(next)) return null
  if (!URL.canParse(next, HERE)) return null
  const { origin, pathname, search, hash } = new URL(next, HERE)
  const escaped = /%(?:2f|5c|0\d|1\d)|\/\//i
  return origin === HERE && PAGE.test(pathname) && !escaped.test(pathname) ? `${pathname}${search}${hash}` : null
}
