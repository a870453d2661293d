import 'server-only'
import { isPersonal } from '@/domain/auth/password'
import { AppError } from '@/domain/errors'
import type { FieldProblem } from '@/domain/form/field-problem'
import { forgetSignInFailures } from '../auth/limits'
import { hashPassword } from '../auth/password'
import { type AccountRow, findAccount, setPassword } from '../db/account/accounts'
import { dropTokens, findTokenAccount, isTokenUsed, spendToken } from '../db/account/email-tokens'
import { endOwnLinks } from '../db/account/linked-identities'
import { deleteSessions } from '../db/auth/sessions'
import { db, type Tx } from '../db/client'
import { post } from '../mail/post'
import { hashOf, letterTo, resetPage } from './email-link'
import type { Visit } from './request-info'
import { tellOwner } from './tell-owner'

/** True if the link still works. Checking does not use it up. */
export async function isResetLink(token: string, now: Date): Promise<boolean> {
  return (await accountOf(token, now)) !== null
}

/** True if the link was used to change a password. */
export async function isUsedResetLink(token: string): Promise<boolean> {
  return isTokenUsed(db(), hashOf(token))
}

/**
 * Sets a new password. The link is the permission. All sessions end, so that anybody who knew the old password is
 * signed out. The links of identities that were linked by hand end, since a person who knew the old password could have
 * linked them. A letter tells her that.
 *
 * @returns the problem of the password (the link still works then), or null once it is set.
 * @throws {AppError} link-expired
 */
export async function resetPassword(token: string, password: string, visit: Visit): Promise<FieldProblem | null> {
  const { address, now, later } = visit
  const account = await accountOf(token, now)
  if (!account) throw new AppError('link-expired', 'reset link')
  if (isPersonal(password, account)) return 'password-personal'
  const passwordHash = await hashPassword(password)

  await db().$transaction(async (tx) => {
    const accountId = await spendToken(tx, hashOf(token), now)
    if (!accountId) throw new AppError('link-expired', 'reset link')
    await setPassword(tx, accountId, passwordHash)
    await dropOwnLinks(tx, accountId, now)
    await deleteSessions(tx, accountId)
    await dropTokens(tx, accountId)
  })
  // The person may have locked herself out before she asked for the link. The lock has done its work.
  await forgetSignInFailures(account.email, address)
  later(() => post(letterTo(account, 'changed', resetPage(account)), now))
  return null
}

async function dropOwnLinks(tx: Tx, accountId: string, now: Date): Promise<void> {
  for (const institutionId of await endOwnLinks(tx, accountId, now)) {
    await tellOwner(tx, 'schoolAccountUnlinked', { accountId, institutionId }, now)
  }
}

async function accountOf(token: string, now: Date): Promise<AccountRow | null> {
  const accountId = await findTokenAccount(db(), hashOf(token), now)
  const account = accountId === null ? null : await findAccount(db(), accountId)
  return account?.confirmed && !account.disabled ? account : null
}
