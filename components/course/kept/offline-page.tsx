import type { Translator } from '@/i18n/translator'

type Props = { t: Translator }

/** Shown offline instead of a page that needs the network: the list of kept lessons. */
export function OfflinePage({ t }: Props) {
  return (
    <main id="main" className="wrap page stack">
      <h1>{t('kept.offline.title')}</h1>
      <p>{t('kept.offline.text')}</p>
      <div className="stack-l" data-copies>
        <p data-none>{t('kept.offline.none')}</p>
      </div>
    </main>
  )
}
