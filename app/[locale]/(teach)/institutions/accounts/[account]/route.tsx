import { page } from '@/app/http/get-page'
import { AccountOfPage, type SupportAct } from '@/components/account/account-of-page'
import { decide } from '@/domain/auth/policy'
import { noteAccountShown, type OpenedAccount, openAccountOf } from '@/server/account/support/list-accounts'
import { doneIn, staffDocument } from '../../../staff-document'

/** One account, with the acts of support that the reader may do. */
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

/** The acts are listed also if the code of the reader is no longer fresh: each act asks for a fresh code itself. */
function actsOn({ permit, account, target }: OpenedAccount): SupportAct[] | null {
  if (decide(permit.actor, 'account:disable', target) === 'forbidden') return null
  return [
    account.disabledAt ? 'enable' : 'disable',
    ...(account.guardedAt ? (['factorOff'] as const) : []),
    ...(account.confirmedAt === null && !account.disabledAt ? (['confirmAgain'] as const) : []),
    ...(account.confirmedAt && !account.disabledAt ? (['admit'] as const) : []),
  ]
}
