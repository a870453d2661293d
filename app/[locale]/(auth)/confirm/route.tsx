import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { landing, nextPage, withNext } from '@/app/next-page'
import { ConfirmPage, OpenAccountPage } from '@/components/auth/confirm-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { readAskForLink } from '@/domain/auth/ask-for-link'
import { readToken } from '@/domain/auth/email-link'
import { openAccountSchema, readOpenAccount } from '@/domain/auth/open-account'
import { confirmedBy, confirmSignUp, enterConfirmed, signUpToConfirm } from '@/server/account/confirm-sign-up'
import { sendConfirmationAgain } from '@/server/account/send-confirmation'
import { firstPageFor, firstPageOf } from '@/server/auth/first-page'
import { openSession } from '@/server/auth/session'
import { statusOf } from '@/server/respond'
import { askForLink } from '../ask-for-link'
import { refuseAccount, typedForAccount } from '../refuse-account'

/**
 * Opening the link confirms nothing, because mail programs open links too: the button confirms. If the address holds
 * the secret of a link, the form opens the account; otherwise it asks for another link.
 */
export const { GET, POST } = formPage({
  page: confirmPage,
  typed: (form) => ({ values: form.has('password') ? typedForAccount(form) : readAskForLink(form) }),
  read: (form) => form,
  act: async (_, form: FormData, context: Context) => {
    const token = context.query.get('token')
    return token === null ? askAgain(form, context) : open(form, context, token)
  },
  done: (address) => address,
})

function askAgain(form: FormData, context: Context): Promise<string | Refused> {
  const next = nextPage(context.query)
  const sent = `/confirm?${withNext({ sent: 'again' }, next)}`
  return askForLink(form, context, sent, (email, visit) => sendConfirmationAgain(email, next.path, visit))
}

async function open(form: FormData, context: Context, secret: string): Promise<string | Refused> {
  const { locale, query } = context
  const next = nextPage(query)
  const token = readToken(secret) ?? ''
  const visit = await thisVisit()
  const typed = readOpenAccount(form)
  const signUp = await signUpToConfirm(token, visit.now)
  const { data: person, error } = openAccountSchema.safeParse({ ...typed, email: signUp?.email })
  if (signUp && !person) return refuseAccount(error, form, context)
  const opened = signUp && person ? await confirmSignUp(token, person, visit.now) : null
  const accountId = opened ?? (await enterConfirmed(token, typed.password, visit))
  // If the link does not work, its page says why.
  if (accountId === null) return href(locale, `/confirm?${withNext({ token: secret }, next)}`)
  await openSession(accountId, visit.now)
  return landing(next, locale, () => firstPageOf(accountId))
}

async function confirmPage({ locale, t, query, caller }: Context, _: unknown, state: FormState): Promise<DocumentPage> {
  const secret = query.get('token')
  const token = readToken(secret) ?? ''
  const signUp = await signUpToConfirm(token, new Date())
  if (signUp) {
    const action = href(locale, `/confirm?${query}`)
    const main = <OpenAccountPage signUp={signUp} action={action} state={state} locale={locale} t={t} />
    return { title: t('account.confirm.openTitle'), main, index: false, secretAddress: true }
  }

  const next = nextPage(query)
  const used = (await confirmedBy(token)) !== null
  const signedIn = used && (await caller.session()) !== null
  const broken = secret !== null && !used
  const sent = query.get('sent')
  const main = (
    <ConfirmPage
      used={used}
      broken={broken}
      sent={sent === null || sent === 'sign-up' ? sent : 'again'}
      next={next}
      landing={signedIn ? await landing(next, locale, () => firstPageFor(caller)) : null}
      state={state}
      locale={locale}
      t={t}
    />
  )
  const status = broken ? statusOf('link-expired') : 200
  return { title: t('account.confirm.title'), main, index: false, secretAddress: true, status }
}
