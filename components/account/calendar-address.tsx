import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'

export type Feed = { address: string; since: Date }
type Props = { feed: Feed | null; action: string; locale: Locale; t: Translator }

/** The secret address of her calendar: to make, copy, replace or end it. */
export function CalendarAddress({ feed, action, locale, t }: Props) {
  return (
    <>
      <p>{t('calendar.lead')}</p>
      {feed && (
        <>
          <p>
            <strong>{t('calendar.address')}</strong>
          </p>
          <p dir="ltr" className="address">
            {feed.address}
          </p>
          <p className="sm muted">{t('calendar.since', { date: formatDate(feed.since, locale) })}</p>
          <p className="note warn">{t('calendar.secret')}</p>
        </>
      )}
      <form method="post" action={action} className="row">
        {feed && (
          <button
            type="button"
            className="btn primary"
            hidden
            data-copy={feed.address}
            data-copied={t('calendar.copied')}
          >
            {t('calendar.copy')}
          </button>
        )}
        <button type="submit" name="act" value="feed" className={feed ? 'btn' : 'btn primary'}>
          {t(feed ? 'calendar.renew' : 'calendar.make')}
        </button>
        {feed && (
          <button type="submit" name="act" value="end-feed" className="btn">
            {t('calendar.end')}
          </button>
        )}
      </form>
    </>
  )
}
