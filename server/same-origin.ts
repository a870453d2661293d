import 'server-only'
import { AppError } from '@/domain/errors'
import { env } from './env'

/**
 * Refuses a form that another site posts in the user's name. The SameSite attribute of the cookie already stops most of
 * them; a browser that sends an origin must send this one.
 *
 * @throws {AppError} forbidden
 */
export function requireSameOrigin(request: Request, publicUrl = env().publicUrl): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const foreign = origin === null ? site === 'cross-site' : !isOwnOrigin(origin, request.headers.get('host'), publicUrl)
  if (foreign) throw new AppError('forbidden', 'cross-origin form')
}

/** True for the origin under which people reach this site: that of PUBLIC_URL, or of the requested host. */
export function isOwnOrigin(origin: string, host: string | null, publicUrl = env().publicUrl): boolean {
  if (origin === publicUrl) return true
  // An attacker on the network could serve http pages in the name of a site that is served over https.
  const downgraded = publicUrl.startsWith('https:') && !origin.startsWith('https:')
  return !downgraded && URL.canParse(origin) && new URL(origin).host === host
}
