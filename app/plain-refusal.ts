import { NextResponse } from 'next/server'
import { href } from '@/components/shell/paths'
import type { ErrorCode } from '@/domain/errors'
import { directionOf, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { statusOf } from '@/server/respond'

/** A refusal at the door, before any page is made: the sentence and the way home. */
export function plainRefusal(code: ErrorCode, locale: Locale): NextResponse {
  const t = translator(locale)
  const title = t('errors.title')
  const html =
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1>` +
    `<p>${t(`errors.${code}`)}</p><p><a href="${href(locale, '/')}">${t('errors.home')}</a></p></main></html>`
  return new NextResponse(html, {
    status: statusOf(code),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
  })
}
