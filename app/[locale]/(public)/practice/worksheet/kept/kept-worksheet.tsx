import { KeptFrame } from '@/app/http/kept-frame'
import { WORKSHEET_PATH } from '@/domain/course/kept/kept-copy'
import type { Locale } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { renderToHtml } from '@/server/content/render-once'
import { blankWorksheet } from '../blank-worksheet'

/** The blank worksheet as a device keeps it, with the day of the copy. */
export function keptWorksheet(locale: Locale, today: Date): string {
  const t = translator(locale)
  const copy = typeset(t('kept.copyOf', { day: formatDate(today, locale) }), locale)
  const frame = (
    <KeptFrame
      locale={locale}
      t={t}
      title={t('worksheet.title')}
      onSite={WORKSHEET_PATH}
      styles={['worksheet.css']}
      script="kept-worksheet.js"
    >
      {blankWorksheet(locale, t, copy)}
    </KeptFrame>
  )
  return `<!doctype html>${renderToHtml(frame)}`
}
