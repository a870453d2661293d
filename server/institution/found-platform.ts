import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { findAccountByEmail } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { insertRole } from '../db/auth/roles'
import { db } from '../db/client'

/**
 * Makes an account an administrator of the platform. The first one is made in this way, since there is no default
 * account.
 *
 * @returns a sentence about what was done.
 * @throws {AppError} not-found, with a sentence about what is wrong.
 */
export async function foundPlatform(_permit: Permit<'platform:found'>, email: string, now: Date): Promise<string> {
  const account = await findAccountByEmail(db(), email.trim().toLowerCase())
  if (!account?.confirmed || account.disabled) {
    throw new AppError('not-found', `There is no confirmed account for ${email}: she must sign up and confirm first.`)
  }
  const isNew = await db().$transaction(async (tx) => {
    const grant = { accountId: account.id, institutionId: null, role: 'platform-administrator' } as const
    const granted = await insertRole(tx, grant, null, now)
    if (granted) await recordAct(tx, { act: 'platform-founded', actorId: null, subjectId: account.id }, now)
    return granted
  })
  return isNew
    ? `${email} now administers the platform. Her first page there asks her to set up a second factor.`
    : `${email} already administers the platform.`
}
