import { type NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { plainRefusal } from '@/app/plain-refusal'
import { AppError, type ErrorCode } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { routing } from '@/i18n/routing'
import { requireSameOrigin } from '@/server/same-origin'

const localeRedirect = createMiddleware(routing)
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

/** Routes only: the language of an address, what a page may be sent, and the policy its scripts run under. */
export default function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  const first = pathname.split('/')[1]
  // An address without a language gets the reader's own; what does not exist there is a 404 in that language.
  if (!isLocale(first)) return localeRedirect(request)
  if (request.method === 'POST') {
    const refused = refuseForm(request)
    if (refused) return plainRefusal(refused, first)
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

/** Next would answer these too: with 200 or 500, and not in the reader's language. */
function refuseForm(request: NextRequest): ErrorCode | null {
  if (!carriesForm(request)) return 'not-a-form'
  try {
    requireSameOrigin(request)
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

function carriesForm(request: NextRequest): boolean {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  return FORM_TYPES.includes(type)
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

// Files and interfaces need no language, and documents (app/document.tsx) carry their own policy: for them this would only
// be work at each request.
export const config = {
  matcher: [
    '/((?!_next/|api/|fonts/|assets/|\\.well-known/|icon\\.svg|(?:ar|fr|en)(?:/(?:courses.*|certificates|verify(?:/[^/]*)?))?$).*)',
  ],
}
