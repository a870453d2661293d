import type { ReactNode } from 'react'
import type { Video } from '@/domain/course/video/video'
import { LOCALES, type Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { organiserState } from '@/domain/seminar/organiser'
import type { RegistrationStatus } from '@/domain/seminar/seminar'
import { stateOf } from '@/domain/seminar/state'
import { languagesOf } from '@/domain/text/texts'
import { formatDate, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { NameIn } from '../ui/name-in'
import { Agenda } from './agenda'
import { CourseOf, type CourseOfSeminar } from './course-of'
import { EventFacts, endOfRegistration } from './event-facts'
import { GivenLines, GivenTitle } from './given-text'
import { SeminarMaterials, type ShownMaterial } from './material-list'
import { Recording } from './recording'
import type { SeminarEvent } from './seminar-event'
import { languageList } from './seminar-words'
import { StateChips } from './state-chips'

type Props = {
  seminar: SeminarEvent
  registration: RegistrationStatus | null
  mayRegister: boolean
  course: CourseOfSeminar | null
  /** What she may download now. */
  materials: readonly ShownMaterial[]
  /** The recording, once the seminar was held. */
  video: Video | null
  /** What an organiser may do. */
  manage: ReactNode
  /** The surveys on the seminar that wait for her. */
  surveys: ReactNode
  locale: Locale
  t: Translator
  now: Date
}

/** The page of a seminar, in the languages in which its organisers wrote. */
export function EventPage(props: Props) {
  const { seminar, registration, mayRegister, course, materials, video, manage, surveys, locale, t, now } = props
  const state = stateOf(seminar, now)
  return (
    <main id="main" className="wrap page stack">
      <Crumbs label={t('seminar.back')} links={[{ href: href(locale, '/seminars'), label: t('seminar.title') }]} />
      <Head {...props} />
      {manage}
      <Notices seminar={seminar} locale={locale} t={t} />
      {state === 'held' && seminar.proceedingsAt && (
        <p className="note ok">
          <a href={href(locale, `/seminars/${seminar.id}/proceedings`)}>{t('seminar.proceedings.read')}</a>
        </p>
      )}
      {surveys}
      <div className="event-about">
        <div className="stack">
          <EventFacts
            seminar={seminar}
            state={state}
            registration={registration}
            mayRegister={mayRegister}
            locale={locale}
            t={t}
            now={now}
          />
          {course && <CourseOf seminarId={seminar.id} course={course} locale={locale} t={t} />}
        </div>
        <div className="stack">
          {languagesOf(seminar.aims).length > 0 && (
            <section className="card stack" aria-labelledby="aims">
              <h2 id="aims">{t('seminar.aims')}</h2>
              <GivenLines texts={seminar.aims} locale={locale} t={t} />
            </section>
          )}
          <Agenda sittings={seminar.sittings} locale={locale} t={t} />
          <Recording titles={seminar.titles} video={video} locale={locale} t={t} />
          <SeminarMaterials seminarId={seminar.id} materials={materials} locale={locale} t={t} />
        </div>
      </div>
    </main>
  )
}

function Head({ seminar, registration, locale, t, now }: Props) {
  const { titles, institution, organisers, rescheduledAt } = seminar
  const together = organisers.filter((one) => organiserState(one) === 'accepted')
  const given = languagesOf(titles)
  const missing = LOCALES.filter((language) => !given.includes(language))
  return (
    <div className="stack-s">
      <p className="row">
        <StateChips
          state={stateOf(seminar, now)}
          mine={registration}
          registrationClosesAt={endOfRegistration(seminar)}
          rescheduledAt={rescheduledAt}
          locale={locale}
          t={t}
        />
      </p>
      <h1>
        <GivenTitle texts={titles} locale={locale} />
      </h1>
      <p className="muted">
        {t('seminar.facts.organisers')}{' '}
        {[institution, ...together].map((names, index) => (
          <span key={nameIn(names, 'fr')}>
            {index > 0 && ' · '}
            <NameIn names={names} locale={locale} />
          </span>
        ))}
      </p>
      <p className="xs muted">
        {t('seminar.given', { languages: languageList(given, locale, t) })}
        {missing.length > 0 && ` · ${t('seminar.missing', { language: languageList(missing, locale, t) })}`}
      </p>
    </div>
  )
}

function Notices({ seminar, locale, t }: Pick<Props, 'seminar' | 'locale' | 't'>) {
  const { status, listed, cancelledAt, cancelReason, rescheduledAt } = seminar
  if (status === 'draft') return <p className="note">{t('seminar.draftNote')}</p>
  return (
    <>
      {cancelledAt !== null && (
        <div className="note bad stack-s">
          <p>{t('seminar.cancelled', { date: formatDate(cancelledAt, locale) })}</p>
          {cancelReason && (
            <>
              <p>
                <strong>{t('seminar.reason')}</strong>
              </p>
              <GivenLines texts={cancelReason} locale={locale} t={t} />
            </>
          )}
        </div>
      )}
      {rescheduledAt !== null && cancelledAt === null && status !== 'held' && (
        <p className="note warn">{t('seminar.rescheduled', { date: formatDate(rescheduledAt, locale) })}</p>
      )}
      {listed === 'invited' && <p className="note">{t('seminar.invitedNote')}</p>}
    </>
  )
}
