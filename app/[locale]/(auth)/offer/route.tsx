import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { StaffInvitationPage } from '@/components/auth/staff-invitation-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { openAccountSchema, readOpenAccount } from '@/domain/auth/open-account'
import { AppError } from '@/domain/errors'
import { openSession } from '@/server/auth/session'
import { enterOffered, joinOffered, offeredInvitee } from '@/server/institution/join-offered'
import { seeOther } from '@/server/respond'
import { refuseAccount, typedForAccount } from '../refuse-account'

/** Where a role is read about, and accepted or declined. */
const ANSWER = '/account/institutions'

/**
 * What the letter to an address without an account leads to. Looking does not use the link up; the form opens the
 * account, and leads to the page on which the role is accepted.
 */
export const { GET, POST } = formPage({
  page: invitationPage,
  typed: (form) => ({ values: typedForAccount(form) }),
  read: (form) => form,
  act: (_, form: FormData, context: Context) => open(form, context),
  done: (path, { locale }) => href(locale, path),
})

const tokenIn = (query: URLSearchParams) => query.get('token') ?? ''

async function open(form: FormData, context: Context): Promise<string | Refused> {
  // A session belongs to somebody: the link opens an account for nobody who has one.
  if (await context.caller.session()) throw new AppError('forbidden', 'signed in')
  const token = tokenIn(context.query)
  const visit = await thisVisit()
  const typed = readOpenAccount(form)
  const invitee = await offeredInvitee(token, visit.now)
  const mayOpen = invitee && !invitee.known
  const { data: person, error } = openAccountSchema.safeParse({ ...typed, email: invitee?.email })
  if (mayOpen && !person) return refuseAccount(error, form, context)
  const opened = mayOpen && person ? await joinOffered(token, person, visit.now) : null
  const accountId = opened ?? (await enterOffered(token, typed.password, visit))
  // Its page says why.
  if (accountId === null) return `/offer?token=${encodeURIComponent(token)}`
  await openSession(accountId, visit.now)
  return ANSWER
}

async function invitationPage(
  { locale, t, query, caller }: Context,
  _: unknown,
  state: FormState,
): Promise<DocumentPage | Response> {
  const invitee = await offeredInvitee(tokenIn(query), new Date())
  const signedIn = (await caller.session()) !== null
  // Whoever is signed in sees there what was offered to her own address, and nothing that was offered to another.
  if (invitee && signedIn) return seeOther(href(locale, ANSWER))
  const main = (
    <StaffInvitationPage
      invitee={invitee}
      action={href(locale, `/offer?token=${encodeURIComponent(tokenIn(query))}`)}
      signIn={`${href(locale, '/sign-in')}?next=${encodeURIComponent(href(locale, ANSWER))}`}
      state={state}
      locale={locale}
      t={t}
    />
  )
  const title = t('staffInvitation.title')
  return { title, main, index: false, secretAddress: true, status: invitee ? 200 : 410 }
}
