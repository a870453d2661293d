import { emailField } from '@/app/form-fields'
import type { FormPlace, GivenBack } from '@/app/page-form'
import { refuseFields } from '@/app/refuse-form'
import { thisVisit } from '@/app/this-visit'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { askForLinkSchema, readAskForLink } from '@/domain/auth/ask-for-link'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Translator } from '@/i18n/translator'
import type { Visit } from '@/server/account/request-info'
import { seeOther, statusOf } from '@/server/respond'

export const askedEmail = readAskForLink

/** @param sent the page that says that a letter is on its way, to whatever address. */
export async function askForLink(
  form: FormData,
  { locale, t }: FormPlace,
  sent: string,
  send: (email: string, visit: Visit) => Promise<void>,
): Promise<Response | GivenBack> {
  const typed = readAskForLink(form)
  const { data: asked, error } = askForLinkSchema.safeParse(typed)
  if (!asked) return { state: refuseFields(t, fieldProblems(error), typed), status: statusOf('invalid-input') }
  await send(asked.email, await thisVisit())
  return seeOther(href(locale, sent))
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
