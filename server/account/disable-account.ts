import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { type AccountRow, findAccountByEmail, setDisabled } from '../db/accounts'
import { db } from '../db/client'
import { dropTokens } from '../db/email-tokens'
import { deleteSessions } from '../db/sessions'
import { dropSignUps } from '../db/sign-ups'

/**
 * Disables an account: its sessions and open links end. Progress and certificates stay.
 *
 * @returns a sentence about what was done.
 * @throws {AppError} invalid-input, not-found, with a sentence about what is wrong.
 */
export async function disableAccount({ target }: Permit<'account:disable'>, now: Date): Promise<string> {
  const account = await accountOf(target.email)
  if (account.disabled) return `${account.email} is disabled already.`
  // In one transaction: a session that survived would be valid again once the account is enabled.
  await db().$transaction(async (tx) => {
    await setDisabled(tx, account.id, now)
    await deleteSessions(tx, account.id)
    await dropTokens(tx, account.id)
    await dropSignUps(tx, account.email)
  })
  return `${account.email} is disabled and signed out everywhere.`
}

/** Enables the account again, with its old password. @returns and throws as `disableAccount`. */
export async function enableAccount({ target }: Permit<'account:enable'>): Promise<string> {
  const account = await accountOf(target.email)
  if (!account.disabled) return `${account.email} is not disabled.`
  await setDisabled(db(), account.id, null)
  return `${account.email} may sign in again.`
}

async function accountOf(email: string): Promise<AccountRow> {
  if (!email) throw new AppError('invalid-input', 'Say who: npm run account:disable -- EMAIL')
  const account = await findAccountByEmail(db(), email.trim().toLowerCase())
  if (!account) throw new AppError('not-found', `There is no account for ${email}.`)
  return account
}
