import { CitationLinks } from '@/components/library/citation-links'
import { WorksheetPage } from '@/components/practice/worksheet/worksheet-page'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { library } from '@/server/content/library'

/** The blank worksheet, on the site or on a device that keeps it. */
export function blankWorksheet(locale: Locale, t: Translator, { kept = false } = {}) {
  const store = library()
  const cite = (cites: readonly string[]) => (
    <CitationLinks cites={cites} store={store} locale={locale} className="facts xs" />
  )
  return <WorksheetPage store={store} kept={kept} cite={cite} locale={locale} t={t} />
}
