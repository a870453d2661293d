import type { Role } from '@/domain/auth/role'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { accountFields } from '../ui/form-fields'

type Invitee = { role: Role; institution: Names | null; expiresAt: Date; email: string; names: Names; known: boolean }
type Props = {
  /** The person and role of the invitation; null if its link no longer works. */
  invitee: Invitee | null
  action: string
  /** The sign-in page, which leads on to the offered role. */
  signIn: string
  state: FormState
  locale: Locale
  t: Translator
}

/** A role offered to an address without an account: the page creates the account; she then accepts or declines. */
export function StaffInvitationPage({ invitee, action, signIn, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('staffInvitation.title')}</h1>
        {!invitee && <p className="note warn">{t('staffInvitation.broken')}</p>}
        {invitee && <Offered invitee={invitee} locale={locale} t={t} />}
        {invitee && !invitee.known && (
          <>
            <p>{t('staffInvitation.check')}</p>
            <Form
              id="open"
              action={action}
              fields={accountFields(t, {
                email: invitee.email,
                ...invitee.names,
                function: '',
                institution: invitee.institution ? nameIn(invitee.institution, locale) : '',
                locale,
              })}
              state={state}
              t={t}
              submit={t('staffInvitation.open')}
            />
          </>
        )}
        {invitee?.known && <p>{t('staffInvitation.known')}</p>}
        {(!invitee || invitee.known) && (
          <p>
            <a className="btn" href={signIn}>
              {t('nav.signIn')}
            </a>
          </p>
        )}
      </div>
    </main>
  )
}

function Offered({
  invitee: { role, institution, expiresAt },
  locale,
  t,
}: Pick<Props, 'locale' | 't'> & { invitee: Invitee }) {
  return (
    <p className="lead">
      {t('staffInvitation.lead', {
        institution: institution ? nameIn(institution, locale) : t('site.name'),
        role: t(`roles.${role}`),
        date: formatDate(expiresAt, locale),
      })}
    </p>
  )
}
