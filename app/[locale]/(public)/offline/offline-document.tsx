import { KeptFrame } from '@/app/http/kept-frame'
import { OfflinePage } from '@/components/course/kept/offline-page'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { renderToHtml } from '@/server/content/render-once'

/** What a device shows without a network in the place of a page that it does not keep. */
export function offlineDocument(locale: Locale): string {
  const t = translator(locale)
  const frame = (
    <KeptFrame locale={locale} t={t} title={t('kept.offline.title')} onSite="/courses">
      <OfflinePage t={t} />
    </KeptFrame>
  )
  return `<!doctype html>${renderToHtml(frame)}`
}
