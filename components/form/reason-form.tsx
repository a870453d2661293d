import type { Translator } from '@/i18n/translator'
import type { Field } from './field'
import { SectionForm } from './form'
import type { FormState } from './form-state'

type Props = {
  action: string
  /** Says who will read the reason. */
  hint: string
  submit: string
  hidden?: Readonly<Record<string, string>>
  state?: FormState | undefined
  t: Translator
}

/** The form of an act that requires a reason. */
export function ReasonForm({ action, hint, submit, hidden = {}, state, t }: Props) {
  const fields: Field[] = [
    ...Object.entries(hidden).map(([name, value]) => ({ kind: 'hidden', name, value }) as const),
    { kind: 'text', name: 'reason', label: t('fields.reason'), hint },
  ]
  return <SectionForm id="why" action={action} fields={fields} submit={submit} state={state} look="danger" t={t} />
}
