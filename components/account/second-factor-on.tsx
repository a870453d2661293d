import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { ProofForm } from '../form/proof-form'
import { type Passkey, Passkeys } from './passkey-forms'

type Props = {
  action: string
  since: Date
  /** It has an authenticator app, perhaps beside passkeys. */
  app: boolean
  passkeys: readonly Passkey[]
  codesLeft: number
  /** One of the person's roles requires the second factor. */
  needed: boolean
  state: FormState
  locale: Locale
  t: Translator
}

/** With fewer codes than this, the page advises making new ones. */
const FEW_CODES = 3

export function SecondFactorOn(props: Props) {
  const { action, since, app, passkeys, codesLeft, needed, state, locale, t } = props
  const shared = { asks: 'any-code', passkey: passkeys.length > 0, state, t } as const
  // Without scripts, a refused form comes back to its own place on the page.
  const to = (id: string) => `${action}#${id}`
  return (
    <>
      <div className={codesLeft < FEW_CODES ? 'note warn' : 'note ok'}>
        <p>{t('secondFactor.on.since', { date: formatDateTime(since, locale) })}</p>
        <p>{t('secondFactor.on.codesLeft', { count: codesLeft })}</p>
      </div>
      <Passkeys action={action} passkeys={passkeys} kept={needed && !app} state={state} locale={locale} t={t} />
      <section className="stack" aria-labelledby="replace-title">
        <h2 id="replace-title">{t(app ? 'secondFactor.on.replaceTitle' : 'secondFactor.on.addAppTitle')}</h2>
        <p>{t(app ? 'secondFactor.on.replaceLead' : 'secondFactor.need')}</p>
        <ProofForm
          {...shared}
          action={to('replace-title')}
          act="replace"
          submit={t(app ? 'secondFactor.on.replace' : 'secondFactor.on.addApp')}
          look="plain"
        />
      </section>
      <section className="stack" aria-labelledby="renew-title">
        <h2 id="renew-title">{t('secondFactor.on.renewTitle')}</h2>
        <p>{t('secondFactor.on.renewLead')}</p>
        <ProofForm
          {...shared}
          action={to('renew-title')}
          act="renew"
          submit={t('secondFactor.on.renew')}
          look="plain"
        />
      </section>
      <section className="stack" aria-labelledby="off-title">
        <h2 id="off-title">{t('secondFactor.on.offTitle')}</h2>
        <p>{t(needed ? 'secondFactor.on.needed' : 'secondFactor.on.offLead')}</p>
        {!needed && (
          <ProofForm {...shared} action={to('off-title')} act="off" submit={t('secondFactor.on.off')} look="danger" />
        )}
      </section>
    </>
  )
}
