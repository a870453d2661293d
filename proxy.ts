import { NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { isReactForm } from '@/app/react-form'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { routing } from '@/i18n/routing'
import { statusOf } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

const localeRedirect = createMiddleware(routing)

/** Routes only: the language of an address, what a page may be sent, and the policy its scripts run under. */
export default async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  const first = pathname.split('/')[1]
  // An address without a language gets the reader's own; what does not exist there is a 404 in that language.
  if (!isLocale(first)) return localeRedirect(withoutRegions(request))
  if (request.method === 'POST') {
    const status = await refusalStatus(request)
    // scripts/serve.mjs gives the reader a page with it.
    if (status) return new NextResponse(null, { status })
  }

  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-pathname', pathname)
  headers.set('x-search', request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/**
 * The same request for languages without their regions: next-intl would pass over an Arabic of Morocco for a French that
 * comes after it, because it has that one exactly.
 */
function withoutRegions(request: NextRequest): NextRequest {
  const headers = new Headers(request.headers)
  const asked = headers.get('accept-language') ?? ''
  headers.set('accept-language', asked.replace(/\b([a-z]{2,3})(?:-[a-z\d]+)+/gi, '$1'))
  return new NextRequest(request.url, { headers })
}

/** The status of a form that Next would answer with 200 or 500; null for a form of this site's own pages. */
async function refusalStatus(request: NextRequest): Promise<number | null> {
  try {
    requireSameOrigin(request)
    // React's own script says which action it calls, and how it sends what.
    if (request.headers.has('next-action')) return null
    if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) throw new AppError('not-a-form')
    const form = await request.formData().catch(() => null)
    if (!form || !isReactForm(form)) throw new AppError('invalid-input')
    return null
  } catch (error) {
    if (error instanceof AppError) return statusOf(error.code)
    throw error
  }
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build needs eval; production never does.
  const script = process.env.NODE_ENV === 'development' ? "'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' ${script}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// Addresses without a language, and Next's own pages. Everything else is a document (app/document.tsx) with a policy of its
// own, a file or an interface: for them this would only be work at each request.
export const config = {
  matcher: [
    '/((?!_next/|api/|fonts/|assets/|\\.well-known/|icon\\.svg|leave\\.html|(?:ar|fr|en)(?:/|$)).*)',
    '/(ar|fr|en)/(account|confirm|learning|reset-password|sign-in|sign-up)',
  ],
}
