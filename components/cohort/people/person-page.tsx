import type { Situation } from '@/domain/cohort/at-risk'
import type { MemberAct } from '@/domain/cohort/member-acts'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { NameSource } from '@/domain/institution/name-source'
import { isLocale, type Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import { type Fact, Facts } from '../../ui/facts'
import { NameIn } from '../../ui/name-in'
import { actButtons, functionText } from './member-row'
import { ActButtons, OneForm, STATUS_TONES } from './member-table'
import { type CourseView, PersonCourses } from './person-courses'
import { type LetterView, type MoveView, PersonLetters, PersonMoves } from './person-history'

type Props = {
  cohort: { id: string; name: string; institutionId: string }
  member: Names & {
    id: string
    accountId: string | null
    email: string
    function: string
    institution: string
    locale: string
    status: MemberStatus
    statusSince: Date
  }
  /** Her names as they stand in her account, or else on the list. */
  names: Names
  hasAccount: boolean
  situation: Situation | null
  acts: readonly MemberAct[]
  /** Every seat is taken. */
  full: boolean
  source: NameSource
  mayConfirm: boolean
  mayWrite: boolean
  courses: readonly CourseView[]
  letters: readonly LetterView[]
  moves: readonly MoveView[]
  /** The query string of the list, for the link back to it. */
  shown: string
  /** Something about her was just done. */
  done: string | null
  locale: Locale
  t: Translator
}

/** One person in a cohort: her progress, her deadlines, the letters to her and the history of her place. */
export function PersonPage(props: Props) {
  const { cohort, member, names, hasAccount, shown, done, courses, letters, moves, locale, t } = props
  const people = href(locale, `/cohorts/${cohort.id}/people`)
  const name = nameIn(names, locale) || member.email
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('institutions.crumbs')}
        links={[
          { href: href(locale, `/cohorts/${cohort.id}`), label: cohort.name },
          { href: people + shown, label: t('cohorts.people.title') },
        ]}
      />
      <Head {...props} name={name} />
      {done && (
        <p className="note ok" role="status">
          {done}
        </p>
      )}
      <p className="note" role="note">
        {hasAccount
          ? t('cohorts.person.recorded', { name, title: t('account.seen.title') })
          : t('cohorts.person.noAccount')}
      </p>
      <div className="even of-person">
        <div className="stack">
          <PersonCourses courses={courses} joined={member.statusSince} status={member.status} locale={locale} t={t} />
          <Acts {...props} own={`${people}/${member.id}`} name={name} />
          <PersonLetters letters={letters} locale={locale} t={t} />
          <PersonMoves moves={moves} accountId={member.accountId} locale={locale} t={t} />
        </div>
        <aside className="stack">
          <Details {...props} />
          <p className="xs muted">{t('cohorts.person.never')}</p>
        </aside>
      </div>
    </main>
  )
}

function Head({ member, names, source, situation, name, locale, t }: Props & { name: string }) {
  const other = locale === 'ar' ? names.nameLatin : names.nameArabic
  const about = [functionText(member.function, t), member.institution].filter(Boolean)
  return (
    <header className="stack-s">
      <h1>
        <NameIn names={names} otherwise={member.email} locale={locale} />
      </h1>
      <ul className="facts muted">
        {other && other !== name && (
          <li>
            <bdi lang={locale === 'ar' ? 'fr' : 'ar'}>{other}</bdi>
          </li>
        )}
        {about.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
      <p className="row">
        <span className={`chip ${STATUS_TONES[member.status]}`.trim()}>{t(`cohorts.statuses.${member.status}`)}</span>
        {situation && <span className="chip">{t(`cohorts.situation.${situation}`)}</span>}
        <span className={`chip ${source === 'unlike-list' ? 'warn' : ''}`.trim()}>{t(`people.sources.${source}`)}</span>
      </p>
    </header>
  )
}

function Acts({
  cohort,
  member,
  acts,
  mayWrite,
  full,
  own,
  shown,
  name,
  locale,
  t,
}: Props & { own: string; name: string }) {
  if (acts.length === 0 && !mayWrite) return null
  return (
    <section className="card stack-s" aria-labelledby="acts">
      <h2 id="acts">{t('cohorts.people.act')}</h2>
      <OneForm action={own} t={t} />
      <ActButtons acts={actButtons(acts, own, shown, t)} name={name} />
      {mayWrite && (
        <p>
          <a className="btn" href={href(locale, `/cohorts/${cohort.id}/messages/new?to=${member.id}`)}>
            {t('cohorts.messages.write')}
            <span className="sr">: {name}</span>
          </a>
        </p>
      )}
      {full && (
        <p className="sm muted">
          {t('cohorts.people.full')}{' '}
          <a href={href(locale, `/cohorts/${cohort.id}/settings#seats`)}>{t('cohorts.people.changeSeats')}</a>
        </p>
      )}
    </section>
  )
}

function Details({ cohort, member, names, source, mayConfirm, locale, t }: Props) {
  const people = href(locale, `/institutions/${cohort.institutionId}/people`)
  const facts: Fact[] = [
    { label: t('fields.nameArabic'), value: <bdi lang="ar">{names.nameArabic || '—'}</bdi> },
    { label: t('fields.nameLatin'), value: <bdi lang="fr">{names.nameLatin || '—'}</bdi> },
    { label: t('fields.email'), value: <bdi dir="ltr">{member.email}</bdi> },
    {
      label: t('fields.locale'),
      value: isLocale(member.locale) ? <span lang={member.locale}>{LANGUAGE_NAMES[member.locale]}</span> : '—',
    },
    { label: t('cohorts.people.since'), value: formatDate(member.statusSince, locale) },
    { label: t('cohorts.person.source'), value: t(`people.sources.${source}`) },
  ]
  return (
    <section className="card stack" aria-labelledby="data">
      <h2 id="data">{t('cohorts.person.data')}</h2>
      <Facts facts={facts} />
      {mayConfirm && source !== 'confirmed' && (
        <p>
          <a className="btn" href={`${people}?${new URLSearchParams({ q: nameIn(names, locale) })}`}>
            {t('cohorts.person.confirm')}
          </a>
        </p>
      )}
    </section>
  )
}
