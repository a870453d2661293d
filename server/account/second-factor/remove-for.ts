import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { deleteFactors } from '../../db/auth/second-factors'
import { deleteSessions } from '../../db/auth/sessions'
import { db } from '../../db/client'
import { actorIdOf, lockSupported } from '../support/supported-account'
import { tellSupported } from '../support/tell-supported'

/**
 * Removes the second factor of a person who lost her telephone, her passkeys and her recovery codes, signs her out
 * everywhere and tells her by letter. What her roles protect stays closed until she has set up another.
 *
 * @param reason null from the command line.
 * @returns a sentence about what was done.
 * @throws {AppError} invalid-input, not-found, with a sentence about what is wrong; forbidden.
 */
export async function removeSecondFactorFor(
  permit: Permit<'account:second-factor-off'>,
  now: Date,
  reason: string | null = null,
): Promise<string> {
  if (!permit.target.email.trim()) {
    throw new AppError('invalid-input', 'Say whose: npm run account:second-factor-off -- EMAIL')
  }
  return db().$transaction(async (tx) => {
    const account = await lockSupported(tx, permit, 'account:second-factor-off')
    if (!(await deleteFactors(tx, account.id))) return `${account.email} has no second factor.`
    await deleteSessions(tx, account.id)
    const facts = { actorId: actorIdOf(permit), subjectId: account.id, reason }
    await recordAct(tx, { act: 'second-factor-removed', ...facts }, now)
    await tellSupported(tx, account, { deed: 'secondFactorOff', why: reason }, now)
    return `${account.email} has no second factor any more and is signed out everywhere.`
  })
}
