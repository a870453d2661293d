import { CalendarDays, Clock, type IconNode, Languages, MapPin, Ticket, Users, Video } from 'lucide'
import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { isCheckInOpen } from '@/domain/seminar/attendance'
import { type Outlook, outlookOf } from '@/domain/seminar/registration'
import { CONCERNED, type RegistrationStatus, type Spoken } from '@/domain/seminar/seminar'
import { closesAt, isLinkOpen, type SeminarState } from '@/domain/seminar/state'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { whenOf } from '@/i18n/when'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'
import { Name } from '../ui/name'
import { ProgressBar } from '../ui/progress-bar'
import { GivenLines, GivenText } from './given-text'
import { seatsWords } from './seats-words'
import type { SeminarEvent } from './seminar-event'
import { languageList, wayOf } from './seminar-words'

type Props = {
  seminar: SeminarEvent
  state: SeminarState
  registration: RegistrationStatus | null
  /** False for staff who may only see a seminar for the invited. */
  mayRegister: boolean
  locale: Locale
  t: Translator
  now: Date
}

/** The facts of a seminar: time, place, languages, length, and how people register. */
export function EventFacts(props: Props) {
  const { seminar, state, registration, mayRegister, locale, t, now } = props
  const { place, accessDetails, cohort, halfDays } = seminar
  const minutes = halfDays.reduce((sum, half) => sum + half.minutes, 0)
  const announced = state !== 'draft' && state !== 'cancelled' && state !== 'held'
  return (
    <section className="card stack" aria-label={t('seminar.facts.when')}>
      <dl className="when">
        <Fact icon={CalendarDays} label={t('seminar.facts.when')}>
          {whenOf(seminar, locale, t)}
        </Fact>
        <Fact icon={MapPin} label={t('seminar.facts.place')}>
          {place ? <GivenText texts={place} locale={locale} t={t} /> : wayOf({ place, online: true }, t)}
          <GivenLines texts={accessDetails} locale={locale} t={t} />
        </Fact>
        {seminar.link !== null && announced && (
          <Fact icon={Video} label={t('seminar.facts.link')}>
            <LinkFact {...props} link={seminar.link} />
          </Fact>
        )}
        <Fact icon={Languages} label={t('seminar.facts.languages')}>
          <SpokenFact seminar={seminar} locale={locale} t={t} />
        </Fact>
        <Fact icon={Clock} label={t('seminar.facts.hours')}>
          {formatDuration(minutes, locale)}
        </Fact>
        {cohort && (
          <Fact icon={Users} label={t('seminar.facts.programme')}>
            <Name>{cohort.name}</Name>
          </Fact>
        )}
        {announced && (
          <Fact icon={Ticket} label={t('seminar.facts.registration')}>
            {t(`seminar.admissions.${seminar.admission}`)}
          </Fact>
        )}
      </dl>
      {registration === 'registered' && isCheckInOpen(seminar, now) && (
        <p>
          <a className="btn primary" href={href(locale, '/c')}>
            {t('attendance.checkIn.open')}
          </a>
        </p>
      )}
      {announced && <Seats seminar={seminar} locale={locale} t={t} />}
      {announced && (
        <Ways
          id={seminar.id}
          taking={registration !== null && CONCERNED.includes(registration)}
          mayRegister={mayRegister}
          outlook={outlookOf(seminar, now)}
          locale={locale}
          t={t}
        />
      )}
    </section>
  )
}

function Fact({ icon, label, children }: { icon: IconNode; label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="xs muted">
        <Icon node={icon} />
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The link itself is in the page only for those who may use it now. */
function LinkFact({ seminar, registration, link, t, now }: Props & { link: string }) {
  if (registration !== 'registered' || !isLinkOpen(seminar, now)) return t('seminar.linkFrom')
  return (
    <a className="btn primary" href={link} rel="noopener noreferrer">
      {t('seminar.linkOpen')}
    </a>
  )
}

function SpokenFact({ seminar: { sittings }, locale, t }: Pick<Props, 'seminar' | 'locale' | 't'>) {
  const unique = (codes: readonly Spoken[]) => [...new Set(codes)]
  const spoken = unique(sittings.map(({ language }) => language))
  const interpreted = unique(sittings.flatMap(({ interpretation }) => interpretation))
  return (
    <>
      {languageList(spoken, locale, t)}
      {interpreted.length > 0 && (
        <>
          <br />
          <span className="sm">{t('seminar.interpretation', { languages: languageList(interpreted, locale, t) })}</span>
        </>
      )}
    </>
  )
}

function Seats({ seminar, locale, t }: Pick<Props, 'seminar' | 'locale' | 't'>) {
  const { seats, taken } = seminar
  return (
    <div>
      <p className="sm">{seatsWords({ ...seminar, locale, t })}</p>
      {seats !== null && (
        <ProgressBar label={t('seminar.facts.registration')} value={Math.min(taken, seats)} max={seats} />
      )}
    </div>
  )
}

type WaysProps = {
  id: string
  taking: boolean
  mayRegister: boolean
  /** What happens if she registers now. */
  outlook: Outlook
  locale: Locale
  t: Translator
}

/** The link to her place, named after what it would do, and the file for a calendar. */
function Ways({ id, taking, mayRegister, outlook, locale, t }: WaysProps) {
  const path = href(locale, `/seminars/${id}`)
  const closed = outlook.way === 'closed' && !taking
  return (
    <>
      {mayRegister && closed && outlook.why === 'full' && (
        <p>
          {t('registration.fullNow')} <a href={`${path}/registration`}>{t('seminar.elsewhere')}</a>
        </p>
      )}
      <p className="row">
        {mayRegister && !closed && (
          <a className="btn primary" href={`${path}/registration`}>
            {taking && t('seminar.myPlace')}
            {!taking && t(outlook.way === 'wait' ? 'registration.acts.wait' : 'registration.title')}
          </a>
        )}
        <a className="btn" href={`${path}.ics`} rel="nofollow">
          {t('registration.calendar')}
        </a>
      </p>
    </>
  )
}

/** When registration ends, for a seminar whose organiser has set a time. */
export function endOfRegistration(seminar: Pick<SeminarEvent, 'startsAt' | 'registrationClosesAt'>): Date | null {
  return seminar.registrationClosesAt === null ? null : closesAt(seminar)
}
