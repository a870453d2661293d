import { page } from '@/app/http/get-page'
import { AccountsPage } from '@/components/account/accounts-page'
import { readAccountQuery } from '@/domain/account/account-query'
import { listAccounts } from '@/server/account/support/list-accounts'
import { requirePermission } from '@/server/auth/permit'
import { doneIn, staffDocument } from '../../staff-document'

/** The accounts of the platform, for its administrators and its support. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'account:list', {})
  const asked = readAccountQuery(query)
  const listed = await listAccounts(permit, asked, new Date())
  const main = <AccountsPage {...listed} asked={asked} done={doneIn(query)} locale={locale} t={t} />
  return staffDocument(t('accounts.title'), main)
})
