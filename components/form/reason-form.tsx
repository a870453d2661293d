import type { Translator } from '@/i18n/translator'
import type { Field } from './field'
import { SectionForm } from './form'
import type { FormState } from './form-state'

type Props = {
  action: string
  /** Who will read it. */
  hint: string
  submit: string
  hidden?: Readonly<Record<string, string>>
  state?: FormState | undefined
  t: Translator
}

/** An act that cannot be done without saying why. */
export function ReasonForm({ action, hint, submit, hidden = {}, state, t }: Props) {
  const fields: Field[] = [
    ...Object.entries(hidden).map(([name, value]) => ({ kind: 'hidden', name, value }) as const),
    { kind: 'text', name: 'reason', label: t('fields.reason'), hint },
  ]
  return <SectionForm id="why" action={action} fields={fields} submit={submit} state={state} look="danger" t={t} />
}
