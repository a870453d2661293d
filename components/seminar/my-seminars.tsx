import type { Locale } from '@/domain/locale'
import type { SeminarStatus } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import type { Translator } from '@/i18n/translator'
import { whenOf } from '@/i18n/when'
import { href } from '../shell/paths'
import { GivenTitle } from './given-text'

type Ahead = { id: string; titles: Texts; startsAt: Date; endsAt: Date; status: SeminarStatus; checkInOpen: boolean }
type Props = { seminars: readonly Ahead[]; locale: Locale; t: Translator }

/** What is ahead for a learner: her seminars and those of her cohorts. Nothing if there are none. */
export function MySeminars({ seminars, locale, t }: Props) {
  if (seminars.length === 0) return null
  return (
    <section className="stack" aria-labelledby="seminars">
      <h2 id="seminars">{t('seminar.ahead')}</h2>
      <ul className="plain stack-s">
        {seminars.map((seminar) => (
          <li key={seminar.id} className="card stack-s">
            <p>
              <a href={href(locale, `/seminars/${seminar.id}`)}>
                <GivenTitle texts={seminar.titles} locale={locale} />
              </a>
            </p>
            <p className="sm muted">
              {whenOf(seminar, locale, t)}
              {seminar.status === 'cancelled' && <> · {t('seminar.states.cancelled')}</>}
            </p>
            {seminar.checkInOpen && (
              <p>
                <a className="btn" href={href(locale, '/c')}>
                  {t('attendance.checkIn.open')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="sm">
        <a href={href(locale, '/seminars')}>{t('seminar.allSeminars')}</a>
      </p>
    </section>
  )
}
