import type { Locale } from '@/domain/locale'
import type { Admission, RegistrationStatus, SeminarStatus, Spoken } from '@/domain/seminar/seminar'
import { stateOf } from '@/domain/seminar/state'
import type { Texts } from '@/domain/text/texts'
import { dayOf } from '@/domain/time/day'
import { formatLeaf, type Translator } from '@/i18n/translator'
import { whenOf } from '@/i18n/when'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { GivenText, GivenTitle } from './given-text'
import { seatsWords } from './seats-words'
import { languageList, wayOf } from './seminar-words'
import { StateChips } from './state-chips'

export type SeminarInList = {
  id: string
  status: SeminarStatus
  titles: Texts
  place: Texts | null
  online: boolean
  seats: number | null
  taken: number
  waiting: number
  /** Seats kept for institutions that have not named anybody for them. */
  reserved: number
  admission: Admission
  registrationClosesAt: Date | null
  startsAt: Date
  endsAt: Date
  rescheduledAt: Date | null
  /** Since when its proceedings are public. */
  proceedingsAt: Date | null
  nameArabic: string
  nameLatin: string
  languages: readonly Spoken[]
  mine: RegistrationStatus | null
}
type Props = { seminar: SeminarInList; heading: 'h2' | 'h3'; locale: Locale; t: Translator; now: Date }

/** A seminar in a list: its day as a calendar leaf, its facts, and how people register. */
export function SeminarCard({ seminar, heading: Heading, locale, t, now }: Props) {
  const { id, titles, place, languages, mine, startsAt, registrationClosesAt, rescheduledAt } = seminar
  const leaf = formatLeaf(dayOf(startsAt), locale)
  const state = stateOf(seminar, now)
  const open = state === 'open' || state === 'full'
  return (
    <li className="card event">
      <span className="day-leaf" aria-hidden="true">
        <b>{leaf.day}</b>
        {leaf.month}
      </span>
      <div className="stack-s">
        <Heading>
          <a href={href(locale, `/seminars/${id}`)}>
            <GivenTitle texts={titles} locale={locale} />
          </a>
        </Heading>
        <ul className="plain traits sm muted">
          <li>{whenOf(seminar, locale, t)}</li>
          {place && (
            <li>
              <GivenText texts={place} locale={locale} t={t} />
            </li>
          )}
          <li>{wayOf(seminar, t)}</li>
          <li>{languageList(languages, locale, t)}</li>
          <li>
            <NameIn names={seminar} locale={locale} />
          </li>
        </ul>
        <p className="row">
          <StateChips {...{ state, mine, registrationClosesAt, rescheduledAt, locale, t }} />
          {open && <span className="xs muted">{t(`seminar.admissions.${seminar.admission}`)}</span>}
          {open && <span className="xs muted">{seatsWords({ ...seminar, locale, t })}</span>}
          {state === 'held' && seminar.proceedingsAt && (
            <a className="sm" href={href(locale, `/seminars/${id}/proceedings`)}>
              {t('seminar.proceedings.title')}
            </a>
          )}
        </p>
      </div>
    </li>
  )
}
