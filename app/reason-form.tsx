import type { FormField, FormState } from '@/components/ui/form-state'
import { NativeForm } from '@/components/ui/native-form'
import { fieldProblems } from '@/domain/access/field-problem'
import { textFields } from '@/domain/access/form-fields'
import { reasonSchema } from '@/domain/access/institution'
import type { Translator } from '@/i18n/translator'
import { formTexts } from './form-fields'
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
  const fields: FormField[] = [
    ...Object.entries(hidden).map(([name, value]) => ({ kind: 'hidden', name, value }) as const),
    { kind: 'text', name: 'reason', label: t('fields.reason'), hint, autoComplete: 'off', dir: 'auto' },
  ]
  return (
    <div className="narrow">
      <NativeForm
        id="why"
        action={action}
        fields={fields}
        texts={formTexts(t)}
        submit={submit}
        state={state}
        look="danger"
      />
    </div>
  )
}

export function readReason(form: FormData, t: Translator): { reason: string } | { refused: FormState } {
  const typed = textFields(form, ['reason'])
  const { data, error } = reasonSchema.safeParse(typed)
  return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
}
