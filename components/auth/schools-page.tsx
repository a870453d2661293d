import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

type School = { institutionId: string; nameArabic: string; nameLatin: string }
type Props = {
  schools: readonly School[]
  /** She is signed in, and links an account of hers. */
  linking: boolean
  next: { query: string }
  locale: Locale
  t: Translator
}

/** The institutions with whose accounts people sign on: a button for each. */
export function SchoolsPage({ schools, linking, next, locale, t }: Props) {
  const action = href(locale, `/sign-in/school${linking ? '?link=yes' : next.query}`)
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t(linking ? 'schoolAccount.mine.linkTitle' : 'schoolAccount.title')}</h1>
        <p>{t(schools.length === 0 ? 'schoolAccount.none' : 'schoolAccount.lead')}</p>
        <ul className="plain stack-s">
          {schools.map((school) => (
            <li key={school.institutionId}>
              <form method="post" action={action}>
                <button type="submit" name="institution" value={school.institutionId} className="btn">
                  <bdi>{nameIn(school, locale)}</bdi>
                </button>
              </form>
            </li>
          ))}
        </ul>
        <p>
          {linking ? (
            <a href={href(locale, '/account')}>{t('nav.account')}</a>
          ) : (
            <a href={href(locale, `/sign-in${next.query}`)}>{t('schoolAccount.withPassword')}</a>
          )}
        </p>
      </div>
    </main>
  )
}
