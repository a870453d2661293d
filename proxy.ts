import { type NextRequest, NextResponse } from 'next/server'
import { isLocale } from '@/domain/locale'
import { askedLanguage } from '@/i18n/asked-language'

/**
 * Redirects an address without a language to the reader's language. If no such page exists, the 404 is in that
 * language.
 */
export default function proxy(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone()
  const named = url.pathname.split('/', 2)[1]?.toLowerCase()
  if (isLocale(named)) {
    // `/FR/courses` has a language in capital letters.
    url.pathname = `/${named}${url.pathname.slice(1 + named.length)}`
  } else {
    const path = url.pathname === '/' ? '' : url.pathname
    url.pathname = `/${askedLanguage(request.headers.get('accept-language'))}${path}`
  }
  return NextResponse.redirect(url)
}

// Addresses without a language. APIs need none, and public files do not reach the proxy (server/http/files.ts).
export const config = {
  matcher: ['/((?!_next/|api/|(?:\\.well-known/did\\.json|robots\\.txt|sitemap\\.xml)$|(?:ar|fr|en)(?:/|$)).*)'],
}
