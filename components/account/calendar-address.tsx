import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { DownloadLink } from '../ui/download-link'

export type Feed = { address: string; since: Date }
type Props = { feed: Feed | null; action: string; locale: Locale; t: Translator }

/** Her calendar: one tap adds it to her program, once it has a private link; one tap loads it as a file. */
export function CalendarAddress({ feed, action, locale, t }: Props) {
  return (
    <>
      <p>{t('calendar.lead')}</p>
      {feed && (
        <p>
          <a className="btn primary" href={toSubscribe(feed.address)}>
            {t('calendar.add')}
          </a>
        </p>
      )}
      <form method="post" action={action} className="row">
        {feed && (
          <button type="button" className="btn" hidden data-copy={feed.address} data-copied={t('calendar.copied')}>
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
      {feed && <Address feed={feed} locale={locale} t={t} />}
      <p>
        <DownloadLink href="/api/account/calendar">{t('calendar.file')}</DownloadLink>
      </p>
      <p className="sm muted">{t('calendar.fileNote')}</p>
    </>
  )
}

function Address({ feed, locale, t }: Omit<Props, 'feed' | 'action'> & { feed: Feed }) {
  return (
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
  )
}

/** The same address under the scheme that opens the calendar program of a device, which then asks whether to subscribe. */
const toSubscribe = (address: string) => address.replace(/^https?:/, 'webcal:')
