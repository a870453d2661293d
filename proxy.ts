import { NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { requireReactForm } from '@/app/react-form'
import { AppError, type ErrorCode } from '@/domain/errors'
import { isLocale, type Locale } from '@/domain/locale'
import { routing } from '@/i18n/routing'
import { translator } from '@/i18n/translator'
import { statusOf } from '@/server/respond'
import { requireSameOrigin } from '@/server/same-origin'

const localeRedirect = createMiddleware(routing)

/** Routes only: the language of an address, what a page may be sent, and the policy its scripts run under. */
export default async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  const first = pathname.split('/')[1]
  // An address without a language gets the reader's own; what does not exist there is a 404 in that language.
  if (!isLocale(first)) return localeRedirect(withoutRegions(request))
  const refusal = request.method === 'POST' ? await whyRefused(request) : null
  if (refusal) return refused(refusal, request, first)

  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-pathname', pathname)
  headers.set('x-search', request.nextUrl.search)
  if (request.method === 'POST') settleOrigin(headers)
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

/** Why a form is refused before Next sees it, which would answer with 200 or 500; null for a form of this site's own pages. */
async function whyRefused(request: NextRequest): Promise<ErrorCode | null> {
  try {
    requireSameOrigin(request)
    await requireReactForm(request)
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** A page for a person: scripts/serve.mjs gives it. A script is given the sentence alone. */
function refused(code: ErrorCode, { headers }: NextRequest, locale: Locale): NextResponse {
  const status = statusOf(code)
  if (!headers.has('next-action')) return new NextResponse(null, { status })
  const text = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new NextResponse(translator(locale)(`errors.${code}`), { status, headers: text })
}

/**
 * Where a form comes from is settled by `requireSameOrigin`. Next would ask again, by a rule that does not know PUBLIC_URL and
 * believes X-Forwarded-Host, and fail: it is told what that rule wants to hear.
 */
function settleOrigin(headers: Headers): void {
  headers.set('origin', 'http://localhost')
  headers.set('x-forwarded-host', 'localhost')
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
    '/((?!_next/|api/|fonts/|assets/|\\.well-known/|share/|icon\\.svg|leave\\.html|robots\\.txt|sitemap\\.xml|(?:ar|fr|en)(?:/|$)).*)',
  ],
}
