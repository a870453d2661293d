import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { findAccountByEmail } from '../../db/accounts'
import { recordAct } from '../../db/audit'
import { db } from '../../db/client'
import { deleteFactor } from '../../db/second-factors'
import { deleteSessions } from '../../db/sessions'

/**
 * Removes the second factor of a person who lost her telephone and her recovery codes, and signs her out everywhere.
 * What her roles protect stays closed until she has set up another.
 *
 * @returns a sentence about what was done.
 * @throws {AppError} invalid-input, not-found, with a sentence about what is wrong.
 */
export async function removeSecondFactorFor(
  { target }: Permit<'account:second-factor-off'>,
  now: Date,
): Promise<string> {
  const email = target.email.trim().toLowerCase()
  if (!email) throw new AppError('invalid-input', 'Say whose: npm run account:second-factor-off -- EMAIL')
  const account = await findAccountByEmail(db(), email)
  if (!account) throw new AppError('not-found', `There is no account for ${email}.`)
  const removed = await db().$transaction(async (tx) => {
    if (!(await deleteFactor(tx, account.id))) return false
    await deleteSessions(tx, account.id)
    await recordAct(tx, { act: 'second-factor-removed', actorId: null, subjectId: account.id }, now)
    return true
  })
  return removed
    ? `${email} has no second factor any more and is signed out everywhere.`
    : `${email} has no second factor.`
}
