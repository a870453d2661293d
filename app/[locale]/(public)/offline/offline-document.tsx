import { KeptFrame } from '@/app/http/kept-frame'
import { OfflinePage } from '@/components/course/kept/offline-page'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { renderToHtml } from '@/server/content/render-once'

/** The page that a device without a network shows in place of a page of which it has no copy. */
export function offlineDocument(locale: Locale): string {
  const t = translator(locale)
  const frame = (
    <KeptFrame locale={locale} t={t} title={t('kept.offline.title')} onSite="/courses">
      <OfflinePage t={t} />
    </KeptFrame>
  )
  return `<!doctype html>${renderToHtml(frame)}`
}
