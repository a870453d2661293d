import { CitationLinks } from '@/components/library/citation-links'
import { WorksheetPage } from '@/components/practice/worksheet/worksheet-page'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { library } from '@/server/content/library'

/** The blank worksheet, on the site or, with the day of the copy in words, on a device that keeps it. */
export function blankWorksheet(locale: Locale, t: Translator, copy: string | null = null) {
  const store = library()
  const cite = (cites: readonly string[]) => (
    <CitationLinks cites={cites} store={store} locale={locale} className="facts xs" />
  )
  return <WorksheetPage store={store} copy={copy} cite={cite} locale={locale} t={t} />
}
