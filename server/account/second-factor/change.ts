import 'server-only'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { deleteFactors } from '../../db/auth/second-factors'
import { forgetProofs } from '../../db/auth/sessions'
import { sql } from '../../db/client'
import { makeRecoveryCodes } from './make-recovery-codes'
import { holdsGuardedRole } from './read-state'
import { type CodeRefusal, withCode } from './with-code'

/** Replaces the recovery codes with new ones, which are shown only this once. @throws {AppError} too-many-requests */
export async function renewRecoveryCodes(
  { actor }: Permit<'account:change'>,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'renewed'; recoveryCodes: string[] } | CodeRefusal> {
  const { accountId } = actor
  return withCode(actor, code, now, async (tx) => {
    const recoveryCodes = await makeRecoveryCodes(tx, accountId)
    await recordAct(tx, { act: 'recovery-codes-renewed', actorId: accountId, subjectId: accountId }, now)
    return { status: 'renewed' as const, recoveryCodes }
  })
}

/**
 * Turns the second factor off, with all its passkeys, unless a role of the person requires it.
 *
 * @throws {AppError} too-many-requests
 */
export async function turnOffSecondFactor(
  { actor }: Permit<'account:change'>,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'off' } | { status: 'needed' } | CodeRefusal> {
  const { accountId } = actor
  if (await holdsGuardedRole(sql(), actor)) return { status: 'needed' }
  return withCode(actor, code, now, async (tx) => {
    await deleteFactors(tx, accountId)
    await forgetProofs(tx, accountId)
    await recordAct(tx, { act: 'second-factor-removed', actorId: accountId, subjectId: accountId }, now)
    return { status: 'off' as const }
  })
}
