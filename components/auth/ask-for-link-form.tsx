import type { Translator } from '@/i18n/translator'
import { emailField } from '../ui/form-fields'
import type { FormState } from '../ui/form-state'
import { PlainForm } from '../ui/plain-form'

type Props = { id: string; action: string; lead: string; state: FormState; t: Translator }

/** Asks for an address that a link is sent to. */
export function AskForLinkForm({ id, action, lead, state, t }: Props) {
  return (
    <>
      <p>{lead}</p>
      <PlainForm
        id={id}
        action={action}
        fields={[emailField(t, 'username')]}
        state={state}
        texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
        submit={t('account.sendLink')}
      />
    </>
  )
}
