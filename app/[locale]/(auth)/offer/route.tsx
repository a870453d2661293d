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

/** The page on which a person reads about an offered role, and accepts or declines it. */
const ANSWER = '/account/institutions'

/**
 * The page to which the letter to an address without an account links. A look does not use the link up. The form opens
 * the account, and redirects to the page on which the role is accepted.
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
  // A signed-in person has an account already: the link does not open another one for her.
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
  // The page of the link says why it does not work.
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
  // That page shows a signed-in person the roles that were offered to her own address, and no others.
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
