import 'server-only'
import type { Person } from '@/domain/auth/policy'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import type { Permit } from '../../auth/permit'
import { seal } from '../../auth/seal'
import { stepOfCode } from '../../auth/totp'
import { lockAccount } from '../../db/account/accounts'
import { recordAct } from '../../db/audit/audit'
import { acceptFactor, dropOffer, findFactor, isGuarded } from '../../db/auth/second-factors'
import { forgetProofs, markProved } from '../../db/auth/sessions'
import { db, type Tx } from '../../db/client'
import type { Proof } from '../prove-password'
import type { Visit } from '../request-info'
import { makeRecoveryCodes } from './make-recovery-codes'
import { makeOffer, openOffer } from './offer'
import { proveForFirst } from './prove-for-first'
import { type CodeRefusal, withCode } from './with-code'

/**
 * Offers a secret for an authenticator app, as the first second factor. It has no effect until the app gives its first
 * code.
 *
 * @throws {AppError} not-found; conflict if the person has a second factor, since only its code adds another.
 */
export async function startSecondFactor(
  { actor }: Permit<'account:change'>,
  password: string,
  visit: Omit<Visit, 'later'>,
): Promise<{ status: 'offered' } | Exclude<Proof, { status: 'proved' }>> {
  const proof = await proveForFirst(actor, password, visit)
  if (proof.status !== 'proved') return proof
  await makeOffer(db(), 'first', actor, visit.now)
  return { status: 'offered' }
}

/**
 * Offers a secret for another app, or for one beside a passkey. The app in force stays in force until the new one is
 * confirmed. @throws {AppError} too-many-requests
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

/**
 * `recoveryCodes`: none for an app beside a passkey, whose codes stay valid. `gone`: this browser has no offer, or the
 * offer was confirmed a moment ago.
 */
export type Confirmed = { status: 'confirmed'; recoveryCodes: string[] } | { status: 'wrong' } | { status: 'gone' }

/**
 * Puts the offered secret in force with the first code of its app. Recovery codes are made with the first second factor
 * and whenever an app replaces another; they are shown only this once.
 */
export async function confirmSecondFactor(
  { actor }: Permit<'account:change'>,
  code: SecondFactorCode,
  now: Date,
): Promise<Confirmed> {
  return db().$transaction(async (tx): Promise<Confirmed> => {
    await lockAccount(tx, actor.accountId)
    const guarded = await isGuarded(tx, actor.accountId)
    const factor = await findFactor(tx, actor.accountId)
    const secret = factor && (await openOffer(factor, guarded ? 'another' : 'first', actor, now))
    if (!factor?.offered || !secret) return { status: 'gone' }
    const step = code.kind === 'app' ? stepOfCode(secret, code.digits, now) : null
    if (step === null) return { status: 'wrong' }
    const accepted = { offered: factor.offered, secret: await seal(secret, actor.accountId), step }
    if (!(await acceptFactor(tx, actor.accountId, accepted, now))) return { status: 'gone' }
    const replaces = factor.confirmedAt !== null
    await noteConfirmed(tx, actor, replaces ? 'second-factor-replaced' : 'second-factor-set-up', now)
    const codes = replaces || !guarded ? await makeRecoveryCodes(tx, actor.accountId) : []
    return { status: 'confirmed', recoveryCodes: codes }
  })
}

async function noteConfirmed(
  tx: Tx,
  { accountId, sessionId }: Person,
  act: 'second-factor-replaced' | 'second-factor-set-up',
  now: Date,
): Promise<void> {
  await forgetProofs(tx, accountId, sessionId)
  await markProved(tx, sessionId, now)
  await recordAct(tx, { act, actorId: accountId, subjectId: accountId }, now)
}
