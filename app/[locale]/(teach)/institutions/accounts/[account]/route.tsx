import { page } from '@/app/http/get-page'
import { AccountOfPage, type SupportAct } from '@/components/account/account-of-page'
import { decide } from '@/domain/auth/policy'
import { noteAccountShown, type OpenedAccount, openAccountOf } from '@/server/account/support/list-accounts'
import { doneIn, staffDocument } from '../../../staff-document'

/** One account, and what its reader may do about it. */
export const GET = page<'account'>(async ({ locale, t, query, caller, params }) => {
  const opened = await openAccountOf(caller, params.account)
  await noteAccountShown(opened, new Date())
  const { account, permit } = opened
  const about = {
    account,
    acts: actsOn(opened),
    own: account.id === permit.actor.accountId,
    done: doneIn(query),
    locale,
    t,
  }
  return staffDocument(t('accounts.title'), <AccountOfPage {...about} />)
})

/** Each act asks for a fresh code itself, so that a stale one does not hide it here. */
function actsOn({ permit, account, target }: OpenedAccount): SupportAct[] | null {
  if (decide(permit.actor, 'account:disable', target) === 'forbidden') return null
  return [
    account.disabledAt ? 'enable' : 'disable',
    ...(account.guardedAt ? (['factorOff'] as const) : []),
    ...(account.confirmedAt === null && !account.disabledAt ? (['confirmAgain'] as const) : []),
    ...(account.confirmedAt && !account.disabledAt ? (['admit'] as const) : []),
  ]
}
