import { file } from '@/app/http/file'
import { AppError } from '@/domain/errors'
import { askedReferences, referenceFile } from '@/domain/library/reference'
import { isLocale } from '@/domain/locale'
import { dayOf } from '@/domain/time/day'
import { type Translator, translator } from '@/i18n/translator'
import { library } from '@/server/content/library'
import { env } from '@/server/env'
import { citedProceedings } from '@/server/seminar/proceedings'

const place = { path: () => '/library/research', name: (t: Translator) => t('library.research.title') }

/** A reference, or the whole bibliography, as BibTeX or CSL-JSON, in the language of `?lang=`. */
export const GET = file<'file'>(place, async ({ params, query }) => {
  const asked = askedReferences(params.file, library(), await citedProceedings(new Date()))
  if (!asked) throw new AppError('not-found', 'reference')
  const lang = query.get('lang')
  // Without `?lang=` the answer is the same for everybody, so that caches may keep it.
  const locale = isLocale(lang) ? lang : 'ar'
  const by = { site: translator(locale)('site.name'), origin: env().publicUrl, locale, today: dayOf(new Date()) }
  const { type, text } = referenceFile(asked.references, asked.format, by)
  return new Response(text, {
    headers: {
      'content-type': type,
      'content-language': locale,
      'content-disposition': `attachment; filename="${asked.name}-${locale}.${asked.format}"`,
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
})
