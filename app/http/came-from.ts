import { safeReturnPath } from '@/domain/auth/safe-return-path'
import { isOwnOrigin } from '@/server/same-origin'

/**
 * The page of this site on which the reader followed a link or sent a form, from the `Referer` header; null if there is
 * none, if she came from another site, or if it is the same page.
 */
export function cameFrom(request: Request): string | null {
  const referer = request.headers.get('referer')
  if (!referer || !URL.canParse(referer)) return null
  const { origin, pathname, search } = new URL(referer)
  if (!isOwnOrigin(origin, request.headers.get('host'))) return null
  const here = new URL(request.url)
  if (request.method === 'GET' && pathname + search === here.pathname + here.search) return null
  return safeReturnPath(pathname + search)
}
