import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'

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
                  <NameIn names={school} locale={locale} />
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

export const LINK_FORM = 'link'

type LinkProps = { schools: readonly School[]; state: FormState; locale: Locale; t: Translator }

/** Links the signed-in person's account to her account at an institution. */
export function LinkSchoolPage({ schools, state, locale, t }: LinkProps) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('schoolAccount.mine.linkTitle')}</h1>
        <p>{t(schools.length === 0 ? 'schoolAccount.none' : 'schoolAccount.mine.linkLead')}</p>
        {schools.length > 0 && (
          <Form
            id={LINK_FORM}
            action={href(locale, '/sign-in/school?link=yes')}
            fields={linkFields(schools, state, locale, t)}
            submit={t('schoolAccount.mine.go')}
            state={state}
            t={t}
          />
        )}
        <p>
          {t('schoolAccount.mine.noPassword')} <a href={href(locale, '/reset-password')}>{t('account.forgot')}</a>
        </p>
        <p>
          <a href={href(locale, '/account')}>{t('nav.account')}</a>
        </p>
      </div>
    </main>
  )
}

function linkFields(schools: readonly School[], { values }: FormState, locale: Locale, t: Translator): Field[] {
  const options = schools.map((school) => ({ value: school.institutionId, label: nameIn(school, locale) }))
  const value = values.institution || (options[0]?.value ?? '')
  return [
    { kind: 'radios', name: 'institution', label: t('schoolAccount.mine.institution'), options, value },
    { kind: 'password', name: 'password', label: t('fields.current'), autoComplete: 'current-password' },
  ]
}
