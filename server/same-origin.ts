import 'server-only'
import { AppError } from '@/domain/errors'
import { env } from './env'

/**
 * Refuses a form that another site posts in a reader's name. The cookie's SameSite rule already stops most; a browser that
 * names an origin must name this one.
 *
 * @throws {AppError} forbidden
 */
export function requireSameOrigin(request: Request, publicUrl = env().publicUrl): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  // A page that hides its address (one with a share link's key) names no origin; the browser's other word then counts.
  const hidden = origin === 'null' && site === 'same-origin'
  const foreign =
    origin === null ? site === 'cross-site' : !hidden && !isOwnOrigin(origin, request.headers.get('host'), publicUrl)
  if (foreign) throw new AppError('forbidden', 'cross-origin form')
}

/** True for the origin that people reach this site under: PUBLIC_URL's, or that of the host they asked. */
export function isOwnOrigin(origin: string, host: string | null, publicUrl = env().publicUrl): boolean {
  if (origin === publicUrl) return true
  // Whoever sits on the wire could answer for http in the name of a site that is served over https.
  const downgraded = publicUrl.startsWith('https:') && !origin.startsWith('https:')
  return !downgraded && URL.canParse(origin) && new URL(origin).host === host
}
