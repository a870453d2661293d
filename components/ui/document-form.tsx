import type { Translator } from '@/i18n/translator'
import { type FormState, UNTOUCHED } from './form-state'
import type { PlainField } from './plain-field'
import { PlainForm } from './plain-form'

type Props = {
  id: string
  action: string
  fields: readonly PlainField[]
  submit: string
  state?: FormState | undefined
  look?: 'primary' | 'danger'
  t: Translator
}

/** A form of a document whose refusal is read from what is to be corrected: its address leads there. */
export function DocumentForm({ action, state = UNTOUCHED, t, ...form }: Props) {
  const texts = { problems: t('errors.title'), optional: t('fields.optional') }
  return (
    <div className="narrow">
      <PlainForm {...form} action={`${action}#${form.id}-problems`} state={state} texts={texts} />
    </div>
  )
}
