import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { ProofForm } from '../form/proof-form'

type Props = {
  action: string
  since: string
  codesLeft: number
  /** One of the person's roles requires the second factor. */
  needed: boolean
  state: FormState
  t: Translator
}

/** With fewer codes than this, the page advises making new ones. */
const FEW_CODES = 3

export function SecondFactorOn({ action, since, codesLeft, needed, state, t }: Props) {
  const shared = { asks: 'any-code', state, t } as const
  // Without scripts, a refused form comes back to its own place on the page.
  const to = (id: string) => `${action}#${id}`
  return (
    <>
      <div className={codesLeft < FEW_CODES ? 'note warn' : 'note ok'}>
        <p>{t('secondFactor.on.since', { date: since })}</p>
        <p>{t('secondFactor.on.codesLeft', { count: codesLeft })}</p>
      </div>
      <section className="stack" aria-labelledby="replace-title">
        <h2 id="replace-title">{t('secondFactor.on.replaceTitle')}</h2>
        <p>{t('secondFactor.on.replaceLead')}</p>
        <ProofForm
          {...shared}
          action={to('replace-title')}
          act="replace"
          submit={t('secondFactor.on.replace')}
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
