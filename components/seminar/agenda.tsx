import { groupBy } from '@/domain/group-by'
import { directionOf, type Locale } from '@/domain/locale'
import type { SittingFacts } from '@/domain/seminar/seminar'
import { shownIn } from '@/domain/text/texts'
import { dayOf } from '@/domain/time/day'
import { formatTime, formatWeekday, type Translator } from '@/i18n/translator'
import { capitalise } from '@/i18n/typography'
import { hoursOf } from '@/i18n/when'
import { GivenText, ShownIn } from './given-text'
import { languageList } from './seminar-words'

type Sitting = SittingFacts & { id: string }
type Props = { sittings: readonly Sitting[]; locale: Locale; t: Translator }

/** The agenda by day, if there are several: each sitting with its speakers, its language and its interpretation. */
export function Agenda({ sittings, locale, t }: Props) {
  const days = [...groupBy(sittings, ({ startsAt }) => dayOf(startsAt)).entries()]
  return (
    <section className="card stack" aria-labelledby="agenda">
      <h2 id="agenda">{t('seminar.agenda')}</h2>
      {days.map(([day, ofDay]) => (
        <div key={day} className="stack-s">
          {days.length > 1 && ofDay[0] && <h3>{capitalise(formatWeekday(ofDay[0].startsAt, locale))}</h3>}
          <ol className="plain agenda">
            {ofDay.map((sitting) => (
              <SittingItem key={sitting.id} sitting={sitting} locale={locale} t={t} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function SittingItem({ sitting, locale, t }: { sitting: Sitting; locale: Locale; t: Translator }) {
  const { titles, language, interpretation, startsAt } = sitting
  return (
    <li>
      <p className="time num">
        <span aria-hidden="true">{formatTime(startsAt, locale)}</span>
        <span className="sr">{hoursOf(sitting, locale, t)}</span>
      </p>
      <div className="stack-s">
        <p>
          <strong>
            <GivenText texts={titles} locale={locale} t={t} />
          </strong>
        </p>
        <Speakers speakers={sitting.speakers} locale={locale} t={t} />
        <p className="xs muted">
          {hoursOf(sitting, locale, t)} · {t('seminar.sittingIn', { language: t(`seminar.languages.${language}`) })}
          {interpretation.length > 0 &&
            ` · ${t('seminar.interpretation', { languages: languageList(interpretation, locale, t) })}`}
        </p>
      </div>
    </li>
  )
}

function Speakers({ speakers, locale, t }: { speakers: Sitting['speakers']; locale: Locale; t: Translator }) {
  const shown = shownIn(speakers, locale)
  if (!shown) return null
  return (
    <ul className="plain sm" aria-label={t('seminar.speakers')}>
      {shown.value.map((line) => (
        <li key={line}>
          <bdi lang={shown.locale} dir={directionOf(shown.locale)}>
            {line}
          </bdi>
          {shown.missing && <ShownIn language={shown.locale} t={t} />}
        </li>
      ))}
    </ul>
  )
}
