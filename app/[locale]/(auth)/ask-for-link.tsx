import { emailField } from '@/app/form-fields'
import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { refuseFields } from '@/app/refuse-form'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { askForLinkSchema, readAskForLink } from '@/domain/auth/ask-for-link'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Translator } from '@/i18n/translator'
import type { Visit } from '@/server/account/request-info'

/** @param sent the page that says that a letter is on its way, to whatever address. @returns its address. */
export async function askForLink(
  form: FormData,
  { locale, t }: Context,
  sent: string,
  send: (email: string, visit: Visit) => Promise<void>,
): Promise<string | Refused> {
  const typed = readAskForLink(form)
  const { data: asked, error } = askForLinkSchema.safeParse(typed)
  if (!asked) return { refused: refuseFields(t, fieldProblems(error), typed) }
  await send(asked.email, await thisVisit())
  return href(locale, sent)
}

type Props = { id: string; action: string; lead: string; state: FormState; t: Translator }

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
