import 'server-only'
import type { AccountQuery } from '@/domain/account/account-query'
import type { Supported } from '@/domain/auth/policy'
import type { PlatformRole } from '@/domain/auth/role'
import { foldName } from '@/domain/certificate/match-name'
import { AppError } from '@/domain/errors'
import { PAGE_ROWS } from '@/domain/list/page-of'
import { dayOf, startOfDay } from '@/domain/time/day'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../../auth/caller'
import { type Permit, requirePermission } from '../../auth/permit'
import {
  findAccounts,
  findListedAccount,
  findWaitingSignUps,
  type ListedAccount,
  type WaitingSignUp,
} from '../../db/account/account-list'
import { recordListed, recordViews } from '../../db/audit/audit'
import { db, sql } from '../../db/client'
import { findPlatformRoles } from './supported-account'

export type AccountsShown = {
  accounts: readonly ListedAccount[]
  /** True if there is a next page. */
  more: boolean
  /** People who have signed up and not confirmed their address yet: they have no account. */
  signUps: readonly WaitingSignUp[]
}

/**
 * One page of the accounts that match what was typed. The audit log records once a day that the list was opened,
 * without the words of the search.
 */
export async function listAccounts(
  { actor }: Permit<'account:list'>,
  { typed, state, page }: AccountQuery,
  now: Date,
): Promise<AccountsShown> {
  const words = foldName(typed).split(' ').filter(Boolean)
  const window = { from: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS + 1 }
  const showsSignUps = page === 1 && (state === null || state === 'unconfirmed')
  await recordListed(sql(), 'accounts-listed', actor.accountId, startOfDay(dayOf(now)), now)
  const [found, signUps] = await Promise.all([
    findAccounts(sql(), { words, state }, window),
    showsSignUps ? findWaitingSignUps(sql(), words, PAGE_ROWS, now) : [],
  ])
  return { accounts: found.slice(0, PAGE_ROWS), more: found.length > PAGE_ROWS, signUps }
}

export type AccountShown = ListedAccount & {
  /** Her roles on the platform: they decide who may help her. */
  platform: readonly PlatformRole[]
}
export type OpenedAccount = { permit: Permit<'account:look'>; account: AccountShown; target: Supported }

/**
 * One of these accounts, with the target of the permissions to act on it.
 *
 * @throws as requirePermission, or not-found
 */
export async function openAccountOf(caller: Caller, accountId: string): Promise<OpenedAccount> {
  const permit = await requirePermission(caller, 'account:look', { accountId })
  const account = isUuid(accountId) ? await findListedAccount(sql(), accountId) : null
  if (!account) throw new AppError('not-found', 'account')
  const platform = await findPlatformRoles(db(), account.id)
  return {
    permit,
    account: { ...account, platform },
    target: { email: account.email, accountId: account.id, platform },
  }
}

/** Notes that the page of an account is about to be shown, once a day. Its owner sees it. */
export async function noteAccountShown({ permit, account }: OpenedAccount, now: Date): Promise<void> {
  const { actor } = permit
  const views = { actorId: actor.accountId, subjectIds: [account.id], institutionId: null, reason: null }
  await recordViews(sql(), { act: 'account-viewed', ...views }, startOfDay(dayOf(now)), now)
}
