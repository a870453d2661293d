import { KeptFrame } from '@/app/http/kept-frame'
import { WORKSHEET_PATH } from '@/domain/course/kept/kept-copy'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { renderToHtml } from '@/server/content/render-once'
import { blankWorksheet } from '../blank-worksheet'

/** The blank worksheet as a device keeps it. */
export function keptWorksheet(locale: Locale): string {
  const t = translator(locale)
  const frame = (
    <KeptFrame
      locale={locale}
      t={t}
      title={t('worksheet.title')}
      onSite={WORKSHEET_PATH}
      styles={['worksheet.css']}
      script="worksheet.js"
    >
      {blankWorksheet(locale, t, { kept: true })}
    </KeptFrame>
  )
  return `<!doctype html>${renderToHtml(frame)}`
}
