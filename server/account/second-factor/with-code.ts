import 'server-only'
import type { Person } from '@/domain/auth/policy'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import { enterCode, spendLimit } from '../../auth/limits'
import { recoveryHash } from '../../auth/recovery-codes'
import { unseal } from '../../auth/seal'
import { stepOfCode } from '../../auth/totp'
import { recordAct } from '../../db/audit'
import { type Db, db } from '../../db/client'
import { findProvedBrowser } from '../../db/known-browsers'
import { findFactor, spendRecoveryCode, takeStep } from '../../db/second-factors'
import { markProved } from '../../db/sessions'
import { log } from '../../log'

export type CodeRefusal = { status: 'wrong' } | { status: 'locked'; until: Date }

/**
 * Checks a code, notes that this browser gave it, and does `act`, in one transaction: if two requests send the same
 * code at once, one succeeds. Attempts are counted before and outside the transaction, so that a failed one stays
 * counted.
 *
 * @throws {AppError} too-many-requests
 */
export async function withCode<T>(
  actor: Person,
  code: SecondFactorCode,
  now: Date,
  act: (tx: Db) => Promise<T>,
): Promise<T | CodeRefusal> {
  const browser = await findProvedBrowser(db(), actor.sessionId)
  const subject = browser ? `browser ${browser}` : actor.accountId
  await spendLimit('second-factor', subject, now)
  const gate = await enterCode(subject, now)
  if (!gate.admitted) return { status: 'locked', until: gate.lockedUntil }

  const outcome = await db().$transaction(async (tx) => {
    if (!(await takeCode(tx, actor.accountId, code, now))) return null
    await markProved(tx, actor.sessionId, now)
    return { value: await act(tx) }
  })
  if (!outcome) return { status: 'wrong' }
  await gate.clear()
  return outcome.value
}

/**
 * Checks a code of an account that is not signed in here, and uses it up. Such attempts count together, as those of
 * strange browsers do. @throws {AppError} too-many-requests
 */
export async function takeCodeOf(
  accountId: string,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'taken' } | CodeRefusal> {
  await spendLimit('second-factor', accountId, now)
  const gate = await enterCode(accountId, now)
  if (!gate.admitted) return { status: 'locked', until: gate.lockedUntil }
  if (!(await db().$transaction((tx) => takeCode(tx, accountId, code, now)))) return { status: 'wrong' }
  await gate.clear()
  return { status: 'taken' }
}

async function takeCode(tx: Db, accountId: string, { kind, digits }: SecondFactorCode, now: Date): Promise<boolean> {
  if (kind === 'recovery') {
    if (!(await spendRecoveryCode(tx, accountId, recoveryHash(accountId, digits), now))) return false
    await recordAct(tx, { act: 'recovery-code-used', actorId: accountId, subjectId: accountId }, now)
    return true
  }
  const sealed = (await findFactor(tx, accountId))?.secret
  if (!sealed) return false
  const secret = await unseal(sealed, accountId)
  // The secret was sealed with another session key: docs/operations.md says what to do.
  if (secret === null) log('second-factor-unreadable', {})
  const step = secret && stepOfCode(secret, digits, now)
  return step ? takeStep(tx, accountId, sealed, step) : false
}
