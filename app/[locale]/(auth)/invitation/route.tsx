import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { InvitationPage } from '@/components/cohort/invitation-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { openAccountSchema, readOpenAccount } from '@/domain/auth/open-account'
import { requirePermission } from '@/server/auth/permit'
import { openSession } from '@/server/auth/session'
import { acceptInvitation, cohortJoinedWith } from '@/server/cohort/accept-invitation'
import { startPath } from '@/server/cohort/courses'
import { invitationFacts } from '@/server/cohort/invitation-facts'
import { enterJoined, inviteeOf, joinInvited } from '@/server/cohort/join-invited'
import { refuseAccount, typedForAccount } from '../refuse-account'

/**
 * Shows what a link invites to; looking does not use the link up. The form accepts the invitation, with a new account
 * if necessary, and opens the course.
 */
export const { GET, POST } = formPage({
  page: invitationPage,
  typed: (form) => ({ values: typedForAccount(form) }),
  read: (form) => form,
  act: async (_, form: FormData, context: Context) => {
    const signedIn = (await context.caller.session()) !== null
    return signedIn || !form.has('password') ? accept(context) : join(form, context)
  },
  done: (path, { locale }) => href(locale, path),
})

const tokenIn = (query: URLSearchParams) => query.get('token') ?? ''
const pathOf = (token: string) => `/invitation?token=${encodeURIComponent(token)}`

async function accept({ caller, query }: Context): Promise<string> {
  const permit = await requirePermission(caller, 'cohort:join', {})
  const token = tokenIn(query)
  const taken = await cohortJoinedWith(token, permit.actor.accountId)
  const cohort = taken ?? (await acceptInvitation(permit, token, new Date()))
  return startPath(cohort)
}

async function join(form: FormData, context: Context): Promise<string | Refused> {
  const token = tokenIn(context.query)
  const visit = await thisVisit()
  const typed = readOpenAccount(form)
  const invitee = await inviteeOf(token, visit.now)
  // The page says that she has an account now.
  if (invitee?.kind === 'known') return pathOf(token)
  const { data: person, error } = openAccountSchema.safeParse({ ...typed, email: invitee?.person.email })
  if (invitee && !person) return refuseAccount(error, form, context)
  const opened = invitee && person ? await joinInvited(token, person, visit.now) : null
  const joined = opened ?? (await enterJoined(token, typed.password, visit))
  if (!joined) return pathOf(token)
  await openSession(joined.accountId, visit.now)
  return joined.startPath
}

async function invitationPage(
  { locale, t, query, caller }: Context,
  _: unknown,
  state: FormState,
): Promise<DocumentPage> {
  const token = tokenIn(query)
  const facts = await invitationFacts(token, new Date())
  const session = await caller.session()
  const invitee = session
    ? ({ kind: 'signed-in', confirmed: session.confirmed } as const)
    : ((facts && (await inviteeOf(token, new Date()))) ?? ({ kind: 'stranger' } as const))
  const path = href(locale, pathOf(token))
  const main = <InvitationPage facts={facts} invitee={invitee} path={path} state={state} locale={locale} t={t} />
  const status = facts ? 200 : 410
  return { title: t('cohorts.invitation.title'), main, index: false, secretAddress: true, status }
}
