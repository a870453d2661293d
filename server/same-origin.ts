import 'server-only'
import { AppError } from '@/domain/errors'
import { env } from './env'

/**
 * Refuses a form that another site posts in a reader's name. The cookie's SameSite rule already stops most; a browser that
 * names an origin must name this one.
 *
 * @throws {AppError} forbidden
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const host = request.headers.get('host')
  const own = origin !== null && (origin === env().publicUrl || URL.parse(origin)?.host === host)
  // A page that hides its address (one with a share link's key) names no origin; the browser's other word then counts.
  const hidden = origin === 'null' && site === 'same-origin'
  const foreign = origin !== null ? !own && !hidden : site === 'cross-site'
  if (foreign) throw new AppError('forbidden', 'cross-origin form')
}
