import type { FormState } from '@/components/ui/form-state'
import type { PlainField } from '@/components/ui/plain-field'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { reasonSchema } from '@/domain/institution/institution'
import type { Translator } from '@/i18n/translator'
import { DocumentForm } from './document-form'
import { refuseFields } from './refuse-form'

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
  const fields: PlainField[] = [
    ...Object.entries(hidden).map(([name, value]) => ({ kind: 'hidden', name, value }) as const),
    { kind: 'text', name: 'reason', label: t('fields.reason'), hint },
  ]
  return <DocumentForm id="why" action={action} fields={fields} submit={submit} state={state} look="danger" t={t} />
}

export function readReason(form: FormData, t: Translator): { reason: string } | { refused: FormState } {
  const typed = textFields(form, ['reason'])
  const { data, error } = reasonSchema.safeParse(typed)
  return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
}
