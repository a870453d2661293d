import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { askForLinkSchema, readAskForLink } from '@/domain/auth/ask-for-link'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Visit } from '@/server/account/request-info'

/**
 * @param sent the address of the page that says that a letter was sent; it says so for every e-mail address. @returns
 * that address.
 */
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
