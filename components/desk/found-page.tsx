import type { MemberStatus } from '@/domain/cohort/membership'
import type { Phase } from '@/domain/cohort/phase'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { NameIn } from '../ui/name-in'
import { FindBox } from './find-box'

type Person = {
  memberId: string
  email: string
  nameArabic: string
  nameLatin: string
  status: MemberStatus
  cohort: { id: string; name: string }
}
type Found = {
  cohorts: readonly { id: string; name: string; phase: Phase }[]
  people: readonly Person[]
  tooShort: boolean
  more: boolean
}
type Texts = { locale: Locale; t: Translator }

/** The people and cohorts of a search. */
export function FoundPage({ found, typed, locale, t }: Texts & { found: Found; typed: string }) {
  const { cohorts, people, tooShort, more } = found
  const none = cohorts.length + people.length === 0
  return (
    <main id="main" className="wrap page stack">
      <p className="sm">
        <a href={href(locale, '/desk')}>{t('desk.work')}</a>
      </p>
      <h1>{t('desk.find')}</h1>
      <FindBox typed={typed} locale={locale} t={t} />
      {tooShort && typed !== '' && <p className="note">{t('desk.tooShort')}</p>}
      {!tooShort && none && <p className="card">{t('desk.notFound')}</p>}
      <Cohorts cohorts={cohorts} locale={locale} t={t} />
      <People people={people} locale={locale} t={t} />
      {more && <p className="note">{t('desk.foundMore')}</p>}
    </main>
  )
}

function Cohorts({ cohorts, locale, t }: Texts & Pick<Found, 'cohorts'>) {
  if (cohorts.length === 0) return null
  return (
    <section className="card" aria-labelledby="found-cohorts">
      <h2 id="found-cohorts">{t('desk.foundCohorts')}</h2>
      <ul className="plain">
        {cohorts.map(({ id, name, phase }) => (
          <li key={id} className="entry">
            <a href={href(locale, `/cohorts/${id}`)}>
              <Name>{name}</Name>
            </a>
            <span className="sm muted">{t(`cohorts.list.${phase}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ people, locale, t }: Texts & Pick<Found, 'people'>) {
  if (people.length === 0) return null
  return (
    <section className="card" aria-labelledby="found-people">
      <h2 id="found-people">{t('desk.foundPeople')}</h2>
      <ul className="plain">
        {people.map(({ memberId, cohort, email, status, ...names }) => (
          <li key={memberId} className="entry">
            <a href={href(locale, `/cohorts/${cohort.id}/people/${memberId}`)}>
              <NameIn names={names} otherwise={email} locale={locale} />
            </a>
            <span className="sm">
              <Name>{cohort.name}</Name>
            </span>
            <span className="sm muted">{t(`cohorts.statuses.${status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
