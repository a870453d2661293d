import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

type School = { institutionId: string; nameArabic: string; nameLatin: string }
type Props = { schools: readonly School[]; next: { query: string }; locale: Locale; t: Translator }

/** The institutions with whose accounts people sign on: a button for each. */
export function SchoolsPage({ schools, next, locale, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('schoolAccount.title')}</h1>
        <p>{t(schools.length === 0 ? 'schoolAccount.none' : 'schoolAccount.lead')}</p>
        <ul className="plain stack-s">
          {schools.map((school) => (
            <li key={school.institutionId}>
              <form method="post" action={href(locale, `/sign-in/school${next.query}`)}>
                <button type="submit" name="institution" value={school.institutionId} className="btn">
                  <bdi>{nameIn(school, locale)}</bdi>
                </button>
              </form>
            </li>
          ))}
        </ul>
        <p>
          <a href={href(locale, `/sign-in${next.query}`)}>{t('schoolAccount.withPassword')}</a>
        </p>
      </div>
    </main>
  )
}
