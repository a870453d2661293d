import type { Locale, Localized } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { accountFields } from '../ui/form-fields'
import { cohortDays } from './cohort-words'

type Facts = {
  cohort: { name: string; startsOn: string; endsOn: string }
  institution: { nameArabic: string; nameLatin: string }
  title: Localized
}
type Person = {
  email: string
  nameArabic: string
  nameLatin: string
  function: string | null
  institution: string
  locale: string
}
/** Who opened the link of the invitation. `known`: she has an account but is not signed in. */
export type Invitee =
  | { kind: 'signed-in'; confirmed: boolean }
  | { kind: 'known' }
  | { kind: 'new'; person: Person }
  | { kind: 'stranger' }
type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  /** What the link invites to; null if the link is no longer valid. */
  facts: Facts | null
  invitee: Invitee
  /** Address of the page. */
  path: string
  state: FormState
}

/** What a link invites to, and how this reader accepts the invitation. */
export function InvitationPage(props: Props) {
  const { facts, t } = props
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        {facts ? (
          <>
            <Invited facts={facts} locale={props.locale} t={t} />
            <Answer {...props} />
          </>
        ) : (
          <>
            <h1>{t('cohorts.invitation.title')}</h1>
            <p className="note warn">{t('cohorts.invitation.broken')}</p>
          </>
        )}
      </div>
    </main>
  )
}

function Invited({ facts: { cohort, institution, title }, locale, t }: Texts & { facts: Facts }) {
  return (
    <>
      <p className="sm muted">{t('cohorts.invitation.title')}</p>
      <h1>{typeset(title[locale], locale)}</h1>
      <p className="lead">{t('cohorts.invitation.lead', { institution: nameIn(institution, locale) })}</p>
      <p>
        <bdi>{t('cohorts.invitation.cohort', { name: cohort.name, days: cohortDays(cohort, locale, t) })}</bdi>
      </p>
    </>
  )
}

function Answer({ invitee, path, state, locale, t }: Props) {
  if (invitee.kind === 'new') return <Join person={invitee.person} path={path} state={state} locale={locale} t={t} />
  if (invitee.kind !== 'signed-in') return <SignIn known={invitee.kind === 'known'} path={path} locale={locale} t={t} />
  if (!invitee.confirmed) {
    return (
      <p className="note warn">
        {t('cohorts.invitation.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
      </p>
    )
  }
  return <Form id="accept" action={path} fields={[]} state={state} t={t} submit={t('cohorts.invitation.accept')} />
}

/** One form creates the account and accepts the place: the link in the letter proves that the address is hers. */
function Join({ person, path, state, locale, t }: Omit<Props, 'facts' | 'invitee'> & { person: Person }) {
  return (
    <>
      <p>{t('cohorts.invitation.check')}</p>
      <Form
        id="join"
        action={path}
        fields={accountFields(t, { ...person, function: person.function ?? '' })}
        state={state}
        t={t}
        submit={t('cohorts.invitation.accept')}
      />
      <p>
        <a href={comingBack('/sign-in', path, locale)}>{t('cohorts.invitation.otherAccount')}</a>
      </p>
    </>
  )
}

/** Both pages redirect back here, also after the confirmation of a new address. */
function SignIn({ known, path, locale, t }: Texts & { known: boolean; path: string }) {
  return (
    <div className="stack-s">
      <p>{t(known ? 'cohorts.invitation.known' : 'cohorts.invitation.signIn')}</p>
      <p className="row">
        <a className="btn primary" href={comingBack('/sign-in', path, locale)}>
          {t('nav.signIn')}
        </a>
        {!known && (
          <a className="btn" href={comingBack('/sign-up', path, locale)}>
            {t('nav.signUp')}
          </a>
        )}
      </p>
    </div>
  )
}

function comingBack(page: '/sign-in' | '/sign-up', path: string, locale: Locale): string {
  return `${href(locale, page)}?next=${encodeURIComponent(path)}`
}
