import type { HistoryEvent } from '@/domain/editorial/history-event'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

type Props = { path: string; events: readonly HistoryEvent[]; locale: Locale; t: Translator }

/**
 * The signatures of a text, the withdrawn ones, and the proposed wordings; the newest first. No entry is ever removed.
 */
export function HistoryView({ path, events, locale, t }: Props) {
  return (
    <section className="card stack-s" aria-labelledby="history">
      <h2 id="history">{t('editorial.text.history')}</h2>
      {events.length === 0 && <p className="sm muted">{t('editorial.text.noHistory')}</p>}
      <ol className="plain text-history">
        {events.map((event) => (
          <li key={event.key}>
            <p className="xs muted">{formatDate(event.at, locale)}</p>
            <div className="stack-s">
              <What path={path} event={event} locale={locale} t={t} />
              {event.by && (
                <p className="sm muted">
                  <Text>{typeset(event.by.function, locale)}</Text> · <Text>{typeset(event.by.body, locale)}</Text>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function What({ path, event, locale, t }: Omit<Props, 'events'> & { event: HistoryEvent }) {
  if (event.kind === 'proposed') {
    return (
      <>
        <p>
          <a href={href(locale, `${path}/proposals/${event.id}`)}>
            <strong>{t('editorial.text.proposedWording')}</strong>
          </a>{' '}
          <span className="chip">{t(`editorial.text.proposalStates.${event.state}`)}</span>
        </p>
        <p className="sm text-said" dir="auto">
          {event.summary}
        </p>
      </>
    )
  }
  const of = { language: LANGUAGE_NAMES[event.language], area: t(`editorial.areas.${event.area}`) }
  if (event.kind === 'withdrawn') {
    return (
      <>
        <p>
          <strong>{t('editorial.text.wasWithdrawn', of)}</strong>
        </p>
        <p className="sm text-said" dir="auto">
          {event.reason}
        </p>
      </>
    )
  }
  return (
    <>
      <p>
        <strong>{t('editorial.text.wasSigned', of)}</strong>{' '}
        <span className={event.counts ? 'chip ok' : 'chip bad'}>
          {t(event.counts ? 'editorial.text.counts' : 'editorial.text.countsNoMore')}
        </span>
      </p>
      <p className="xs muted">
        {t('editorial.text.fingerprint')} <bdi dir="ltr">{event.hash.slice(0, 16)}</bdi>
      </p>
      {event.kind === 'signed' && event.own !== null && (
        <p>
          <a href={href(locale, `${path}/withdraw?signature=${event.own}`)}>{t('editorial.text.withdraw')}</a>
        </p>
      )}
    </>
  )
}
