import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { emailField } from '../ui/form-fields'

type Props = { id: string; action: string; lead: string; state: FormState; t: Translator }

/** Asks for an address that a link is sent to. */
export function AskForLinkForm({ id, action, lead, state, t }: Props) {
  return (
    <>
      <p>{lead}</p>
      <Form
        id={id}
        action={action}
        fields={[emailField(t, 'username')]}
        state={state}
        t={t}
        submit={t('account.sendLink')}
      />
    </>
  )
}
