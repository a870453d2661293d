import { json } from '@/app/http/json'
import { thisVisit } from '@/app/http/request-info'
import { href } from '@/components/shell/paths'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { suggestions } from '@/server/library/suggestions'

/**
 * What a search that is being typed (`?q=`) may mean, in the language of `?lang=`:
 * `{ said, options: [{ title, kind, href }] }`. `said` is read out by screen readers. No cache may keep what was typed.
 */
export const GET = json(async ({ request }) => {
  const { searchParams: query } = new URL(request.url)
  const lang = query.get('lang')
  const locale = isLocale(lang) ? lang : 'ar'
  const t = translator(locale)
  const found = await suggestions({ query: query.get('q') ?? '', locale }, await thisVisit())
  const options = found.map(({ title, kind, path }) => ({
    title: typeset(title, locale),
    kind: t(`library.find.kind.${kind}`),
    href: href(locale, path),
  }))
  const said = t('library.find.suggested', { count: options.length })
  return Response.json({ said, options }, { headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } })
})
