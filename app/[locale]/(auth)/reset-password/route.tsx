import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { nextPage, withNext } from '@/app/next-page'
import { ResetPage } from '@/components/auth/reset-page'
import type { FormState } from '@/components/form/form-state'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { readAskForLink } from '@/domain/auth/ask-for-link'
import { newPasswordFormSchema, readNewPassword, readToken } from '@/domain/auth/email-link'
import { fieldProblems } from '@/domain/form/field-problem'
import { requestReset } from '@/server/account/request-reset'
import { isResetLink, isUsedResetLink, resetPassword } from '@/server/account/reset-password'
import { statusOf } from '@/server/respond'
import { askForLink } from '../ask-for-link'

/** If the address holds the secret of a link, the form sets the password; otherwise it asks for a link. */
export const { GET, POST } = formPage({
  page: resetPage,
  typed: (form) => ({ values: form.has('password') ? {} : readAskForLink(form) }),
  read: (form) => form,
  act: async (_, form: FormData, context: Context) => {
    const token = context.query.get('token')
    return token === null ? ask(form, context) : set(form, context, token)
  },
  done: (address) => address,
})

function ask(form: FormData, context: Context): Promise<string | Refused> {
  const next = nextPage(context.query)
  const sent = `/reset-password?${withNext({ sent: '1' }, next)}`
  return askForLink(form, context, sent, (email, visit) => requestReset(email, next.path, visit))
}

async function set(form: FormData, { locale, t, query }: Context, secret: string): Promise<string | Refused> {
  const next = nextPage(query)
  const token = readToken(secret) ?? ''
  const visit = await thisVisit()
  // If the link does not work, its page says why.
  if (!(await isResetLink(token, visit.now)))
    return href(locale, `/reset-password?${withNext({ token: secret }, next)}`)
  const chosen = newPasswordFormSchema.safeParse(readNewPassword(form))
  if (!chosen.success) return { refused: refuseFields(t, fieldProblems(chosen.error), {}) }
  const problem = await resetPassword(token, chosen.data.password, visit)
  if (problem) return { refused: refuseFields(t, { password: problem }, {}) }
  return href(locale, `/sign-in?${withNext({ notice: 'reset' }, next)}`)
}

async function resetPage({ locale, t, query }: Context, _: unknown, state: FormState): Promise<DocumentPage> {
  const next = nextPage(query)
  const secret = query.get('token')
  const token = readToken(secret) ?? ''
  const works = await isResetLink(token, new Date())
  const used = !works && (await isUsedResetLink(token))
  const broken = secret !== null && !works
  const main = (
    <ResetPage
      action={works ? href(locale, `/reset-password?${query}`) : null}
      broken={broken ? (used ? 'used' : 'expired') : null}
      sent={query.has('sent')}
      next={next}
      state={state}
      locale={locale}
      t={t}
    />
  )
  const status = broken ? statusOf('link-expired') : 200
  return { title: t('account.reset.title'), main, index: false, secretAddress: true, status }
}
