import { LOCALES } from '@/domain/locale'
import { env } from '@/server/env'
import { escapeHtml } from '@/server/escape-html'
import { publicPaths } from '@/server/library/public-paths'
import { toErrorResponse } from '@/server/respond'

export const dynamic = 'force-dynamic'

/** @see https://www.sitemaps.org/protocol.html and, for the languages, https://developers.google.com/search/docs/specialty/international/localized-versions */
export async function GET(): Promise<Response> {
  return toErrorResponse(async () => {
    const urls = (await publicPaths()).flatMap((path) => LOCALES.map((locale) => urlOf(path, locale)))
    const text =
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
      `${urls.join('\n')}\n</urlset>\n`
    return new Response(text, {
      headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    })
  })
}

function urlOf(path: string, locale: string): string {
  const address = (language: string) => escapeHtml(`${env().publicUrl}/${language}${path}`)
  const languages = [...LOCALES.map((language) => [language, language]), ['x-default', 'ar']] as const
  const links = languages.map(
    ([name, language = '']) => `<xhtml:link rel="alternate" hreflang="${name}" href="${address(language)}"/>`,
  )
  return `<url><loc>${address(locale)}</loc>${links.join('')}</url>`
}
