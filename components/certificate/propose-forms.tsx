import type { ProposedAct } from '@/domain/certificate/proposal'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { ReasonForm } from '../form/reason-form'

type Props = {
  action: string
  /** As they stand on the certificate. */
  names: Names
  /** The state of the form that `form` names. */
  state: FormState
  t: Translator
}

/** The forms with which one person makes a proposal that another one decides. */
export function ProposeForms({ action, names, state, t }: Props) {
  const stateOf = (act: ProposedAct) => (state.form === act ? state : undefined)
  return (
    <section className="stack-l" aria-labelledby="propose">
      <div className="stack">
        <h2 id="propose">{t('proposals.propose.title')}</h2>
        <p className="prose">{t('proposals.propose.lead')}</p>
      </div>
      <section className="card stack" aria-labelledby="supersede">
        <h3 id="supersede">{t('proposals.act.supersede')}</h3>
        <p className="prose">{t('proposals.leads.supersede')}</p>
        <SectionForm
          id="reissue"
          action={action}
          fields={reissueFields(names, t)}
          submit={t('proposals.propose.supersede')}
          state={stateOf('supersede')}
          t={t}
        />
      </section>
      <section className="card stack" aria-labelledby="revoke">
        <h3 id="revoke">{t('proposals.act.revoke')}</h3>
        <p className="prose">{t('proposals.leads.revoke')}</p>
        <ReasonForm
          action={action}
          hint={t('fields.reasonHint')}
          submit={t('proposals.propose.revoke')}
          hidden={{ act: 'revoke' }}
          state={stateOf('revoke')}
          t={t}
        />
      </section>
    </section>
  )
}

function reissueFields({ nameArabic, nameLatin }: Names, t: Translator): Field[] {
  // The browser must not fill in these fields: it knows the reader's name, not the holder's.
  const name = { kind: 'text', autoComplete: 'off' } as const
  return [
    { kind: 'hidden', name: 'act', value: 'supersede' },
    { ...name, name: 'nameArabic', label: t('fields.nameArabic'), dir: 'rtl', lang: 'ar', value: nameArabic },
    { ...name, name: 'nameLatin', label: t('fields.nameLatin'), dir: 'ltr', lang: 'fr', value: nameLatin },
    { kind: 'text', name: 'reason', label: t('fields.reason'), hint: t('fields.reasonHint') },
  ]
}
