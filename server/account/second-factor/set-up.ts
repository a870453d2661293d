import 'server-only'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { newRecoveryCodes, recoveryHash } from '../../auth/recovery-codes'
import { seal } from '../../auth/seal'
import { stepOfCode } from '../../auth/totp'
import { findAccount } from '../../db/accounts'
import { recordAct } from '../../db/audit'
import { db } from '../../db/client'
import { acceptFactor, dropOffer, findFactor, replaceRecoveryCodes } from '../../db/second-factors'
import { forgetProofs, markProved } from '../../db/sessions'
import { type Proof, provePassword } from '../prove-password'
import type { Visit } from '../request-info'
import { makeOffer, openOffer } from './offer'
import { type CodeRefusal, withCode } from './with-code'

/**
 * Offers a secret for an authenticator app. It has no effect until the app gives its first code. The password is
 * required, since a stranger who finds the browser open could otherwise set up a second factor of his own.
 *
 * @throws {AppError} not-found; conflict if the person has one already, since only its code replaces it.
 */
export async function startSecondFactor(
  { actor }: Permit<'account:change'>,
  password: string,
  { address, browser, now }: Omit<Visit, 'later'>,
): Promise<{ status: 'offered' } | Exclude<Proof, { status: 'proved' }>> {
  const account = await findAccount(db(), actor.accountId)
  if (!account) throw new AppError('not-found', 'account')
  const proof = await provePassword({ email: account.email, address, browser }, account.passwordHash, password, now)
  if (proof.status !== 'proved') return proof
  if ((await findFactor(db(), account.id))?.confirmedAt) throw new AppError('conflict', 'second factor stands')
  await makeOffer(db(), 'first', actor, now)
  return { status: 'offered' }
}

/**
 * Offers a secret for another app. The app in force stays in force until the new one is confirmed. @throws {AppError}
 * too-many-requests
 */
export async function replaceSecondFactor(
  { actor }: Permit<'account:change'>,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'offered' } | CodeRefusal> {
  return withCode(actor, code, now, async (tx) => {
    await makeOffer(tx, 'another', actor, now)
    return { status: 'offered' as const }
  })
}

/** Drops the offer. The app in force stays the only one. */
export async function cancelOffer({ actor }: Permit<'account:change'>): Promise<void> {
  await dropOffer(db(), actor.accountId)
}

/** `gone`: this browser has no offer, or the offer was confirmed a moment ago. */
export type Confirmed = { status: 'confirmed'; recoveryCodes: string[] } | { status: 'wrong' } | { status: 'gone' }

/**
 * Puts the offered secret in force with the first code of its app, and makes recovery codes, which are shown only this
 * once.
 */
export async function confirmSecondFactor(
  { actor }: Permit<'account:change'>,
  { kind, digits }: SecondFactorCode,
  now: Date,
): Promise<Confirmed> {
  const { accountId, sessionId } = actor
  const factor = await findFactor(db(), accountId)
  const offered = factor?.offered
  const secret = factor && (await openOffer(factor, actor, now))
  if (!offered || !secret) return { status: 'gone' }
  const step = kind === 'app' ? stepOfCode(secret, digits, now) : null
  if (step === null) return { status: 'wrong' }

  const recoveryCodes = newRecoveryCodes()
  const act = factor.confirmedAt ? 'second-factor-replaced' : 'second-factor-set-up'
  const accepted = { offered, secret: await seal(secret, accountId), step }
  return db().$transaction(async (tx): Promise<Confirmed> => {
    if (!(await acceptFactor(tx, accountId, accepted, now))) return { status: 'gone' }
    const hashes = recoveryCodes.map((code) => recoveryHash(accountId, code))
    await replaceRecoveryCodes(tx, accountId, hashes)
    await forgetProofs(tx, accountId, sessionId)
    await markProved(tx, sessionId, now)
    await recordAct(tx, { act, actorId: accountId, subjectId: accountId }, now)
    return { status: 'confirmed', recoveryCodes }
  })
}
