import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { StaffPage } from '../ui/staff-page'

type Listed = Names & { accountId: string; email: string; listed: readonly Names[] }
type Props = {
  institution: Names & { id: string }
  /** Those whom the button confirms, unless she leaves them out. */
  equal: readonly Listed[]
  /** The number of those left for the next use of the button. */
  more: number
  unlike: readonly Listed[]
  /** The outcome of the last use of the button; null if there was none. */
  outcome: { confirmed: number; left: readonly Names[] } | null
  locale: Locale
  t: Translator
}

/**
 * The people whose both names equal the school's list, confirmed with one button; the others are confirmed one by one.
 */
export function ByListPage({ institution, equal, more, unlike, outcome, locale, t }: Props) {
  const path = `/institutions/${institution.id}`
  const people = href(locale, `${path}/people`)
  return (
    <StaffPage
      heading={t('people.byList.title')}
      crumbs={[
        { path, label: nameIn(institution, locale) },
        { path: `${path}/people`, label: t('people.title') },
      ]}
      locale={locale}
      t={t}
    >
      {outcome && <Outcome outcome={outcome} locale={locale} t={t} />}
      {equal.length === 0 && <p className="note">{t('people.byList.none')}</p>}
      {equal.length > 0 && (
        <section className="card stack" aria-labelledby="effects">
          <h2 id="effects">{t('cohorts.many.effects')}</h2>
          <ul className="effects">
            <li>{t('people.byList.effects.names')}</li>
            <li>{t('people.byList.effects.certificates')}</li>
            <li>{t('people.byList.effects.audit')}</li>
          </ul>
          <form method="post" action={`${people}/by-list`} className="stack-s">
            <p className="sm">{t('people.byList.leaveOut')}</p>
            <ul className="plain entries">
              {equal.map((person) => (
                <li key={person.accountId}>
                  <label className="pick">
                    <input type="checkbox" name="who" value={person.accountId} defaultChecked />
                    <Person {...person} />
                  </label>
                </li>
              ))}
            </ul>
            <p className="row">
              <button type="submit" className="btn primary">
                {t('people.byList.button')}
              </button>
              <a className="btn" href={people}>
                {t('cohorts.people.cancel')}
              </a>
            </p>
          </form>
          {more > 0 && <p className="sm muted">{t('people.byList.more', { count: more })}</p>}
        </section>
      )}
      {unlike.length > 0 && <Unlike unlike={unlike} people={people} t={t} />}
    </StaffPage>
  )
}

function Outcome({
  outcome: { confirmed, left },
  locale,
  t,
}: Pick<Props, 'locale' | 't'> & { outcome: NonNullable<Props['outcome']> }) {
  return (
    <div className={confirmed > 0 ? 'note ok' : 'note warn'} role="status">
      <p>{t('people.byList.done', { count: confirmed })}</p>
      {left.length > 0 && (
        <p>
          {t('people.byList.left')}{' '}
          {left.map((names, place) => (
            <span key={names.nameLatin + names.nameArabic}>
              {place > 0 && ' · '}
              <NameIn names={names} locale={locale} />
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function Person({ nameArabic, nameLatin, email }: Listed) {
  return (
    <span>
      {nameArabic && <bdi lang="ar">{nameArabic}</bdi>}
      {nameArabic && nameLatin && ' · '}
      {nameLatin && <bdi lang="fr">{nameLatin}</bdi>}
      <span className="email xs muted">
        <bdi dir="ltr">{email}</bdi>
      </span>
    </span>
  )
}

function Unlike({ unlike, people, t }: { unlike: readonly Listed[]; people: string; t: Translator }) {
  return (
    <section className="card stack-s" aria-labelledby="unlike">
      <h2 id="unlike">{t('people.byList.unlike', { count: unlike.length })}</h2>
      <p className="sm muted">{t('people.byList.unlikeLead')}</p>
      <ul className="plain entries">
        {unlike.map((person) => (
          <li key={person.accountId}>
            <Person {...person} />
            <span className="sm muted">
              {t('people.byList.onList', {
                names: person.listed.map(({ nameArabic, nameLatin }) => `${nameArabic} · ${nameLatin}`).join(' / '),
              })}
            </span>
            <a className="btn" href={`${people}?${new URLSearchParams({ q: person.email })}`}>
              {t('people.byList.single')}
              <span className="sr"> {person.nameLatin}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
