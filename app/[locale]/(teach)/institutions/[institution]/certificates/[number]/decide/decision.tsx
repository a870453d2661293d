import { DocumentForm } from '@/components/ui/document-form'
import { Facts } from '@/components/ui/facts'
import type { FormState } from '@/components/ui/form-state'
import { ReasonForm } from '@/components/ui/reason-form'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Proposal } from '@/server/certificate/held'
import { proposalFacts } from '../proposal-facts'

type Props = {
  open: Proposal
  /** What is no longer in force cannot be withdrawn: such a proposal can only be refused. */
  inForce: boolean
  action: string
  /** Of the refusal, when it did not say why. */
  state?: FormState | undefined
  locale: Locale
  t: Translator
}

/** What is asked for, what will happen, and the two answers. */
export function Decision({ open, inForce, action, state, locale, t }: Props) {
  return (
    <>
      <section className="card stack" aria-labelledby="proposal">
        <h2 id="proposal">{t('proposals.open')}</h2>
        <Facts facts={proposalFacts(open, locale, t)} />
      </section>
      {!inForce && <p className="note warn">{t('errors.not-in-force')}</p>}
      {inForce && (
        <section className="card stack" aria-labelledby="accept-title">
          <h2 id="accept-title">{t('proposals.decide.accept.title')}</h2>
          <p className="prose">{t(`proposals.decide.accept.${open.act}`)}</p>
          <DocumentForm
            id="accept"
            action={action}
            fields={[
              { kind: 'hidden', name: 'answer', value: 'accept' },
              { kind: 'hidden', name: 'proposal', value: open.id },
            ]}
            submit={t(`proposals.decide.accept.${open.act}Button`)}
            look={open.act === 'revoke' ? 'danger' : 'primary'}
            t={t}
          />
        </section>
      )}
      <section className="card stack" aria-labelledby="refuse-title">
        <h2 id="refuse-title">{t('proposals.decide.refuse.title')}</h2>
        <p className="prose">{t('proposals.decide.refuse.lead')}</p>
        <ReasonForm
          action={action}
          hint={t('fields.reasonHint')}
          submit={t('proposals.decide.refuse.button')}
          hidden={{ answer: 'refuse', proposal: open.id }}
          state={state}
          t={t}
        />
      </section>
    </>
  )
}
