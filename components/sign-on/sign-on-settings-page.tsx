import type { Locale } from '@/domain/locale'
import type { TryResult } from '@/domain/sign-on/discovery'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { FoldAct } from '../ui/fold-act'
import { StaffPage } from '../ui/staff-page'

/** What the page says was just done, each with its sentence under `signOnSettings.done`. */
export const SIGN_ON_DONE = ['saved', 'removed'] as const
type SignOnDone = (typeof SIGN_ON_DONE)[number]

type Provider = { issuer: string; clientId: string; savedAt: Date; usable: boolean; linked: number }
type Shared = { action: string; locale: Locale; t: Translator }
type Props = {
  institution: { id: string }
  name: string
  provider: Provider | null
  domains: readonly string[]
  addresses: { callback: string; signedOut: readonly string[] }
  done: SignOnDone | null
  /** The result of the test of the provider; null if there was none. */
  tried: TryResult | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The identity provider of an institution: its state, its form, and the values to enter at the provider. */
export function SignOnSettingsPage(props: Props) {
  const { institution, name, provider, domains, addresses, done, tried, state, locale, t } = props
  const path = `/institutions/${institution.id}`
  const shared = { action: href(locale, `${path}/sign-on`), locale, t }
  return (
    <StaffPage
      heading={t('signOnSettings.title')}
      lead={t('signOnSettings.lead')}
      crumbs={[{ path, label: name }]}
      locale={locale}
      t={t}
    >
      <Outcome done={done} tried={tried} t={t} />
      <section className="stack" aria-labelledby="provider">
        <h2 id="provider">{t('signOnSettings.provider')}</h2>
        {!provider && <p className="card">{t('signOnSettings.none')}</p>}
        {provider && <Connected provider={provider} {...shared} />}
      </section>
      <section className="stack" aria-labelledby="connect">
        <h2 id="connect">{t(provider ? 'signOnSettings.change' : 'signOnSettings.connect')}</h2>
        {provider && <p className="prose">{t('signOnSettings.changeLead')}</p>}
        <SectionForm
          id="sign-on"
          action={shared.action}
          fields={fieldsOf(provider, t)}
          submit={t('signOnSettings.saveButton')}
          state={state}
          t={t}
        />
      </section>
      <AtProvider addresses={addresses} t={t} />
      <Domains domains={domains} t={t} />
    </StaffPage>
  )
}

function Outcome({ done, tried, t }: Pick<Props, 'done' | 'tried' | 't'>) {
  return (
    <>
      {done && (
        <p className="note ok" role="status">
          {t(`signOnSettings.done.${done}`)}
        </p>
      )}
      {tried && (
        <p className={tried === 'fine' ? 'note ok' : 'note warn'} role="status">
          {t(`signOnSettings.tried.${tried}`)}
        </p>
      )}
    </>
  )
}

function fieldsOf(provider: Provider | null, t: Translator): Field[] {
  return [
    {
      kind: 'text',
      name: 'issuer',
      label: t('signOnSettings.issuer'),
      hint: t('signOnSettings.issuerHint'),
      dir: 'ltr',
      value: provider?.issuer ?? '',
    },
    {
      kind: 'text',
      name: 'clientId',
      label: t('signOnSettings.clientId'),
      hint: t('signOnSettings.clientIdHint'),
      dir: 'ltr',
      value: provider?.clientId ?? '',
    },
    {
      kind: 'password',
      name: 'clientSecret',
      label: t('signOnSettings.secret'),
      hint: t(provider?.usable ? 'signOnSettings.secretKeepHint' : 'signOnSettings.secretHint'),
      optional: provider?.usable ?? false,
      autoComplete: 'new-password',
      button: { show: t('signOnSettings.secretShow'), hide: t('signOnSettings.secretHide') },
    },
  ]
}

function Connected({ provider, action, locale, t }: Shared & { provider: Provider }) {
  const { issuer, clientId, savedAt, usable, linked } = provider
  return (
    <div className="card stack-s">
      <Facts
        facts={[
          { label: t('signOnSettings.issuer'), value: <Typed text={issuer} /> },
          { label: t('signOnSettings.clientId'), value: <Typed text={clientId} /> },
          { label: t('signOnSettings.secret'), value: t(`signOnSettings.${usable ? 'secretStored' : 'secretLost'}`) },
          { label: t('signOnSettings.savedAt'), value: formatDate(savedAt, locale) },
          { label: t('signOnSettings.linked'), value: t('signOnSettings.linkedCount', { count: linked }) },
        ]}
      />
      <form method="post" action={action} className="stack-s">
        <input type="hidden" name="try" value="yes" />
        <p className="sm muted">{t('signOnSettings.tryLead')}</p>
        <p>
          <button type="submit" className="btn">
            {t('signOnSettings.tryButton')}
          </button>
        </p>
      </form>
      <FoldAct
        summary={t('signOnSettings.remove')}
        hint={t('signOnSettings.removeHint')}
        button={t('signOnSettings.removeButton')}
        action={action}
        field={{ name: 'remove', value: issuer }}
      />
    </div>
  )
}

function Typed({ text, id }: { text: string; id?: string }) {
  return (
    <bdi id={id} dir="ltr" className="typed">
      {text}
    </bdi>
  )
}

/** The requirements on a provider, in the terms of OpenID Connect. */
const NEEDS = {
  flow: 'Authorization Code, PKCE (S256)',
  scopes: 'openid email profile',
  email: 'email_verified: true',
} as const

/** What to enter at the provider, and what it must allow. */
function AtProvider({ addresses, t }: Pick<Props, 'addresses' | 't'>) {
  const { callback, signedOut } = addresses
  const needs = (['flow', 'scopes', 'email'] as const).map((need) => ({
    label: t(`signOnSettings.needsList.${need}`),
    value: <Typed text={NEEDS[need]} />,
  }))
  return (
    <section className="stack" aria-labelledby="at-provider">
      <h2 id="at-provider">{t('signOnSettings.addresses')}</h2>
      <p className="prose">{t('signOnSettings.addressesLead')}</p>
      <div className="card stack">
        <h3>{t('signOnSettings.callback')}</h3>
        <Address id="callback" address={callback} t={t} />
        <h3>{t('signOnSettings.signedOut')}</h3>
        {signedOut.map((address, place) => (
          <Address key={address} id={`signed-out-${place}`} address={address} t={t} />
        ))}
      </div>
      <h3>{t('signOnSettings.needs')}</h3>
      <div className="card">
        <Facts facts={needs} />
      </div>
      <p className="prose">{t('signOnSettings.needsElse')}</p>
    </section>
  )
}

function Address({ id, address, t }: { id: string; address: string; t: Translator }) {
  return (
    <p className="row">
      <Typed id={id} text={address} />
      <button
        type="button"
        className="btn"
        hidden
        data-copy={address}
        data-copied={t('signOnSettings.copied')}
        aria-describedby={id}
      >
        {t('signOnSettings.copy')}
      </button>
    </p>
  )
}

function Domains({ domains, t }: Pick<Props, 'domains' | 't'>) {
  return (
    <section className="stack" aria-labelledby="domains">
      <h2 id="domains">{t('signOnSettings.domains')}</h2>
      <p className="prose">{t('signOnSettings.domainsLead')}</p>
      {domains.length === 0 && <p className="card">{t('signOnSettings.domainsNone')}</p>}
      {domains.length > 0 && (
        <ul className="card">
          {domains.map((domain) => (
            <li key={domain}>
              <Typed text={domain} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
