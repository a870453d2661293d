import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { requireAnotherAdministrator } from '../auth/require-another-administrator'
import { setDisabled } from '../db/account/accounts'
import { dropTokens } from '../db/account/email-tokens'
import { dropSignUps } from '../db/account/sign-ups'
import { recordAct } from '../db/audit/audit'
import { deleteSessions } from '../db/auth/sessions'
import { db } from '../db/client'
import { actorIdOf, lockSupported } from './support/supported-account'
import { tellSupported } from './support/tell-supported'

/**
 * Disables an account: its sessions and open links end. Progress and certificates stay. Its owner is told by letter.
 *
 * @param reason null from the command line, which may disable even the last administrator of the platform: whoever has
 * the server can appoint another.
 * @returns a sentence about what was done.
 * @throws {AppError} invalid-input, not-found, with a sentence about what is wrong; forbidden, last-administrator.
 */
export async function disableAccount(
  permit: Permit<'account:disable'>,
  now: Date,
  reason: string | null = null,
): Promise<string> {
  requireNamed(permit.target.email)
  // In one transaction: a session that survived would be valid again once the account is enabled.
  return db().$transaction(async (tx) => {
    const account = await lockSupported(tx, permit, 'account:disable')
    if (account.disabled) return `${account.email} is disabled already.`
    if (permit.actor.kind === 'person') await requireAnotherAdministrator(tx, account.id, null)
    await setDisabled(tx, account.id, now)
    await deleteSessions(tx, account.id)
    await dropTokens(tx, account.id)
    await dropSignUps(tx, account.email)
    const facts = { actorId: actorIdOf(permit), subjectId: account.id, reason }
    await recordAct(tx, { act: 'account-disabled', ...facts }, now)
    await tellSupported(tx, account, { deed: 'disabled', why: reason, path: '' }, now)
    return `${account.email} is disabled and signed out everywhere.`
  })
}

/** Enables the account again, with its old password. Parameters, result and errors as of `disableAccount`. */
export async function enableAccount(
  permit: Permit<'account:enable'>,
  now: Date,
  reason: string | null = null,
): Promise<string> {
  requireNamed(permit.target.email)
  return db().$transaction(async (tx) => {
    const account = await lockSupported(tx, permit, 'account:enable')
    if (!account.disabled) return `${account.email} is not disabled.`
    await setDisabled(tx, account.id, null)
    const facts = { actorId: actorIdOf(permit), subjectId: account.id, reason }
    await recordAct(tx, { act: 'account-enabled', ...facts }, now)
    await tellSupported(tx, account, { deed: 'enabled', why: reason }, now)
    return `${account.email} may sign in again.`
  })
}

function requireNamed(email: string): void {
  if (!email) throw new AppError('invalid-input', 'Say who: npm run account:disable -- EMAIL')
}
