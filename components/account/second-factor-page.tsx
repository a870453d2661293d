import type { ComponentProps } from 'react'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { ErrorSummary } from '../form/error-summary'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { ProofForm } from '../form/proof-form'
import { href } from '../shell/paths'
import { PasskeyRegister } from './passkey-register'
import { RecoveryCodes } from './recovery-codes'
import { SecondFactorOn } from './second-factor-on'
import { SecondFactorSetUp } from './second-factor-set-up'

/** The name of the button that begins with a passkey instead of an app. */
export const WITH_PASSKEY = 'with-passkey'

type SetUp = ComponentProps<typeof SecondFactorSetUp>
type Register = ComponentProps<typeof PasskeyRegister>
type On = ComponentProps<typeof SecondFactorOn>
type State =
  | { status: 'off'; linked: boolean }
  | ({ status: 'offered' } & Pick<SetUp, 'authenticator' | 'replaces'>)
  | ({ status: 'registering' } & Pick<Register, 'options' | 'suggested' | 'first'>)
  | ({ status: 'on' } & Omit<On, 'action' | 'state' | 'locale' | 't'>)
type Props = {
  state: State
  /** She was on her way to a page that asks for a second factor. */
  asked: boolean
  /** Where its forms post to. */
  action: string
  /** The form that was sent, if it came back. */
  sent: FormState
  locale: Locale
  t: Translator
}

/** The id of the form that came back because the registration of a passkey failed. */
const ENDED = 'passkey-ended'

/** Her second factor, with the forms that change it. */
export function SecondFactorPage(props: Props) {
  const { state, asked, sent, locale, t } = props
  const off = state.status === 'off'
  return (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <h1>{t('secondFactor.title')}</h1>
        {asked && off && sent === UNTOUCHED && <p className="note">{t('errors.second-factor-missing')}</p>}
        {off && <p>{t('secondFactor.lead')}</p>}
        {off && <p>{t('secondFactor.need')}</p>}
        {off && <p>{t('secondFactor.passkeys.orPasskey')}</p>}
        {sent.form === ENDED && <ErrorSummary id={ENDED} state={sent} t={t} />}
      </div>
      <Forms {...props} />
      <p>
        <a href={href(locale, '/account')}>{t('nav.backTo', { place: t('nav.account') })}</a>
      </p>
    </main>
  )
}

function Forms({ state, action, sent, locale, t }: Props) {
  const to = { action, state: sent, t }
  if (state.status === 'off') {
    const also = { name: WITH_PASSKEY, label: t('secondFactor.passkeys.start'), action }
    return (
      <>
        <ProofForm {...to} act="start" asks="password" submit={t('secondFactor.start')} also={also} />
        {state.linked && <NoPassword back={action} locale={locale} t={t} />}
      </>
    )
  }
  if (state.status === 'offered') {
    return <SecondFactorSetUp {...to} authenticator={state.authenticator} replaces={state.replaces} />
  }
  if (state.status === 'registering') {
    const { options, suggested, first } = state
    return <PasskeyRegister {...to} options={options} suggested={suggested} first={first} />
  }
  return <SecondFactorOn {...state} {...to} locale={locale} />
}

/** @param back the page of the second factor, to which she comes back once she has a password. */
function NoPassword({ back, locale, t }: Pick<Props, 'locale' | 't'> & { back: string }) {
  const choose = `${href(locale, '/reset-password')}?next=${encodeURIComponent(back)}`
  return (
    <p>
      {t('schoolAccount.mine.noPassword')} <a href={choose}>{t('account.forgot')}</a>
    </p>
  )
}

type CodesProps = Pick<ComponentProps<typeof RecoveryCodes>, 'codes' | 'next' | 't'> & {
  after: 'confirmed' | 'registered' | 'renewed'
}

/** The recovery codes, which are shown this once. */
export function RecoveryCodesPage({ codes, next, after, t }: CodesProps) {
  return (
    <main id="main" className="wrap page narrow stack">
      <h1>{t('secondFactor.codes.title')}</h1>
      <RecoveryCodes codes={codes} done={t(`secondFactor.codes.${after}`)} next={next} t={t} />
    </main>
  )
}

type AskProps = Pick<Props, 'action' | 't'> & { act: string; passkey: boolean; state: FormState }

/** Asks for a code before she goes on. */
export function AskCodePage({ act, ...form }: AskProps) {
  const { passkey, t } = form
  return (
    <main id="main" className="wrap page narrow stack">
      <h1>{t('secondFactor.ask.title')}</h1>
      <p>{t(passkey ? 'secondFactor.ask.leadPasskey' : 'secondFactor.ask.lead')}</p>
      <ProofForm {...form} act={act} asks="any-code" submit={t('secondFactor.ask.submit')} />
      <details className="card">
        <summary>{t('secondFactor.ask.lostTitle')}</summary>
        <p>{t('secondFactor.ask.lost')}</p>
      </details>
    </main>
  )
}
