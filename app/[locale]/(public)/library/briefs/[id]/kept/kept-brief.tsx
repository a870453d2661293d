import { KeptFrame } from '@/app/http/kept-frame'
import { BriefSheet } from '@/components/library/brief-sheet'
import type { Brief } from '@/domain/library/brief'
import { entryPath } from '@/domain/library/entry-path'
import type { Locale } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { renderToHtml } from '@/server/content/render-once'

/** A brief as a device keeps it, with the day of the copy. */
export function keptBrief(brief: Brief, locale: Locale, today: Date): string {
  const t = translator(locale)
  const title = typeset(brief.title[locale], locale)
  const frame = (
    <KeptFrame locale={locale} t={t} title={title} onSite={entryPath.brief(brief.id)} styles={['brief.css']}>
      <main id="main" className="wrap page stack brief-page">
        <h1>{title}</h1>
        <p className="lead prose">{typeset(brief.lead[locale], locale)}</p>
        <p className="kept-says sm no-print">{typeset(t('kept.copyOf', { day: formatDate(today, locale) }), locale)}</p>
        <BriefSheet brief={brief} store={library()} locale={locale} t={t} />
      </main>
    </KeptFrame>
  )
  return `<!doctype html>${renderToHtml(frame)}`
}
