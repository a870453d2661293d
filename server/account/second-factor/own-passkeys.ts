import 'server-only'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { lockAccount } from '../../db/account/accounts'
import { recordAct } from '../../db/audit/audit'
import { deletePasskey, renamePasskey } from '../../db/auth/passkeys'
import { deleteFactors, isGuarded } from '../../db/auth/second-factors'
import { forgetProofs } from '../../db/auth/sessions'
import { db } from '../../db/client'
import { holdsGuardedRole } from './read-state'
import { type CodeRefusal, withCode } from './with-code'

/** @throws {AppError} not-found */
export async function nameMyPasskey(
  { actor }: Permit<'account:change'>,
  { id, name }: { id: string; name: string },
): Promise<void> {
  if (!(await renamePasskey(db(), actor.accountId, id, name))) throw new AppError('not-found', 'passkey')
}

/**
 * Removes a passkey. If it was the last second factor, the recovery codes end with it, unless a role of the person
 * needs one.
 *
 * @throws {AppError} conflict if it is the last one and needed; not-found; too-many-requests. The code is then not used
 * up.
 */
export async function removeMyPasskey(
  { actor }: Permit<'account:change'>,
  { id, code }: { id: string; code: SecondFactorCode },
  now: Date,
): Promise<{ status: 'removed' } | CodeRefusal> {
  const { accountId } = actor
  return withCode(actor, code, now, async (tx) => {
    await lockAccount(tx, accountId)
    if (!(await deletePasskey(tx, accountId, id))) throw new AppError('not-found', 'passkey')
    await recordAct(tx, { act: 'passkey-removed', actorId: accountId, subjectId: accountId }, now)
    if (!(await isGuarded(tx, accountId))) {
      if (await holdsGuardedRole(tx, actor)) throw new AppError('conflict', 'a role needs the second factor')
      await deleteFactors(tx, accountId)
      await forgetProofs(tx, accountId)
    }
    return { status: 'removed' as const }
  })
}
