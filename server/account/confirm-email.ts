import 'server-only'
import { AppError } from '@/domain/errors'
import { confirmEmail as confirm, findAccount } from '../db/accounts'
import { db } from '../db/client'
import { findToken, findTokenAccount, spendToken } from '../db/email-tokens'
import { hashOf } from './email-link'

/** The address that a link would confirm, or null when the link does not work. Looking confirms nothing. */
export async function emailToConfirm(token: string, now: Date): Promise<string | null> {
  const accountId = await findTokenAccount(db(), hashOf(token), 'confirm', now)
  return accountId && ((await findAccount(db(), accountId))?.email ?? null)
}

/** True for a link whose account is confirmed: who sends its form a second time has what she asked for. */
export async function isConfirmed(token: string): Promise<boolean> {
  const link = await findToken(db(), hashOf(token), 'confirm')
  return link !== null && ((await findAccount(db(), link.accountId))?.confirmed ?? false)
}

/** The link itself is the permission. @throws {AppError} link-expired */
export async function confirmEmail(token: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const accountId = await spendToken(tx, hashOf(token), 'confirm', now)
    if (!accountId) throw new AppError('link-expired', 'confirmation link')
    await confirm(tx, accountId, now)
  })
}
