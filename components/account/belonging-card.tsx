import type { Role } from '@/domain/auth/role'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import { NameIn } from '../ui/name-in'

export type BelongingView = {
  /** Null for the platform. */
  institution: Names | null
  roles: readonly { role: Role; since: Date }[]
  cohorts: readonly { id: string; name: string }[]
}
type Props = { belonging: BelongingView; leave: string; locale: Locale; t: Translator }

/** A place where the person belongs: as what, since when, and the link to leave it. */
export function BelongingCard({ belonging, leave, locale, t }: Props) {
  const { institution } = belonging
  return (
    <article className="card stack">
      <h3>{institution ? <NameIn names={institution} locale={locale} /> : t('site.name')}</h3>
      <Held belonging={belonging} locale={locale} t={t} />
      <p>
        <a href={leave}>{t('myInstitutions.mine.leave')}</a>
      </p>
    </article>
  )
}

/** The person's roles there, and the cohorts in which she has a place or has asked for one. */
export function Held({ belonging: { roles, cohorts }, locale, t }: Omit<Props, 'leave'>) {
  return (
    <ul className="plain stack-s sm">
      {roles.map(({ role, since }) => (
        <li key={role} className="row">
          <strong>{t(`roles.${role}`)}</strong>
          <span className="muted">{t('people.since', { date: formatDate(since, locale) })}</span>
        </li>
      ))}
      {cohorts.map(({ id, name }) => (
        <li key={id}>{t.rich('myInstitutions.mine.cohort', { name: () => <bdi key="name">{name}</bdi> })}</li>
      ))}
    </ul>
  )
}
