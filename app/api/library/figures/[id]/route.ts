import { file } from '@/app/http/file'
import { AppError } from '@/domain/errors'
import { figureCsv } from '@/domain/library/figure-csv'
import { lookUp } from '@/domain/library/library'
import { isLocale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { library } from '@/server/content/library'

const place = { path: () => '/library/figures', name: (t: Translator) => t('library.figures.title') }

/** A published series as a table for a spreadsheet, in the language of `?lang=`. */
export const GET = file<'id'>(place, async ({ params: { id }, query }) => {
  const lang = query.get('lang')
  // Without `?lang=` the answer is the same for everybody, so that caches may keep it.
  const locale = isLocale(lang) ? lang : 'ar'
  const figure = lookUp(library().figures, id)
  if (!figure) throw new AppError('not-found', `figure ${id}`)
  const t = translator(locale)
  const columns = {
    series: t('library.figures.csv.series'),
    value: t('library.figures.csv.value'),
    source: t('library.figures.csv.source'),
    confidence: t('library.figures.csv.confidence'),
    note: t('library.figures.csv.note'),
  }
  const confidences = {
    high: t('library.cases.confidence.high'),
    medium: t('library.cases.confidence.medium'),
    low: t('library.cases.confidence.low'),
  }
  return new Response(figureCsv(figure, locale, columns, confidences), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-language': locale,
      'content-disposition': `attachment; filename="${figure.id}-${locale}.csv"`,
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
})
