import 'server-only'
import type { Person } from '@/domain/auth/policy'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import { enterCode, spendLimit } from '../../auth/limits'
import { lockAccount } from '../../db/account/accounts'
import { findProvedBrowser } from '../../db/auth/known-browsers'
import { markProved } from '../../db/auth/sessions'
import { db, type Tx } from '../../db/client'
import { takeCode } from './take-code'

/** `expired`: a passkey has signed a challenge that this browser no longer accepts. */
export type CodeRefusal = { status: 'wrong' | 'expired' } | { status: 'locked'; until: Date }

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
  act: (tx: Tx) => Promise<T>,
): Promise<T | CodeRefusal> {
  const browser = await findProvedBrowser(db(), actor.sessionId)
  const subject = browser ? `browser ${browser}` : actor.accountId
  await spendLimit('second-factor', subject, now)
  const gate = await enterCode(subject, now)
  if (!gate.admitted) return { status: 'locked', until: gate.lockedUntil }

  const outcome = await db().$transaction(async (tx) => {
    // First of all: what a code leaves behind refers to the account, and an act that locks it afterwards would wait for
    // another one with a code, which waits for it.
    await lockAccount(tx, actor.accountId)
    const taken = await takeCode(tx, { ...actor, kind: 'prove' }, code, now)
    if (taken !== 'taken') return { status: taken }
    await markProved(tx, actor.sessionId, now)
    return { status: taken, value: await act(tx) }
  })
  if (outcome.status !== 'taken') return { status: outcome.status }
  await gate.clear()
  return outcome.value
}

/**
 * Checks a code of an account that is not signed in here, and uses it up. Such attempts are counted together, like
 * those in unknown browsers.
 *
 * @param giver the account, and the session of this browser, in which a passkey was asked for.
 * @throws {AppError} too-many-requests
 */
export async function takeCodeOf(
  giver: Pick<Person, 'accountId' | 'sessionId'>,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'taken' } | CodeRefusal> {
  const { accountId } = giver
  await spendLimit('second-factor', accountId, now)
  const gate = await enterCode(accountId, now)
  if (!gate.admitted) return { status: 'locked', until: gate.lockedUntil }
  const taken = await db().$transaction((tx) => takeCode(tx, { ...giver, kind: 'prove-other' }, code, now))
  if (taken !== 'taken') return { status: taken }
  await gate.clear()
  return { status: taken }
}
