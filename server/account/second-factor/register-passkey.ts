import 'server-only'
import { MOST_PASSKEYS, type NewPasskeyAnswer } from '@/domain/auth/passkey'
import type { Person } from '@/domain/auth/policy'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import { spendLimit } from '../../auth/limits'
import { claimedChallenge, verifyRegistration } from '../../auth/passkey'
import type { Permit } from '../../auth/permit'
import { lockAccount } from '../../db/account/accounts'
import { recordAct } from '../../db/audit/audit'
import { countPasskeys, dropChallenge, findCredential, insertPasskey, takeChallenge } from '../../db/auth/passkeys'
import { isGuarded } from '../../db/auth/second-factors'
import { forgetProofs, markProved } from '../../db/auth/sessions'
import { db, type Tx } from '../../db/client'
import type { Proof } from '../prove-password'
import type { Visit } from '../request-info'
import { challengeBrowser, validSince } from './challenge'
import { makeRecoveryCodes } from './make-recovery-codes'
import { proveForFirst } from './prove-for-first'
import { type CodeRefusal, withCode } from './with-code'

/**
 * Lets this browser register a passkey as the first second factor of the account.
 *
 * @throws {AppError} not-found; conflict if the person has a second factor, since only its code adds another.
 */
export async function startPasskey(
  { actor }: Permit<'account:change'>,
  password: string,
  visit: Omit<Visit, 'later'>,
): Promise<{ status: 'started' } | Exclude<Proof, { status: 'proved' }>> {
  const proof = await proveForFirst(actor, password, visit)
  if (proof.status !== 'proved') return proof
  await challengeBrowser(db(), 'register-first', actor, visit.now)
  return { status: 'started' }
}

/** `full`: the account has as many passkeys as it may. */
type Full = { status: 'full' }

/** Lets this browser register a passkey beside what the person has already. @throws {AppError} too-many-requests */
export async function addPasskey(
  { actor }: Permit<'account:change'>,
  code: SecondFactorCode,
  now: Date,
): Promise<{ status: 'started' } | Full | CodeRefusal> {
  if ((await countPasskeys(db(), actor.accountId)) >= MOST_PASSKEYS) return { status: 'full' }
  return withCode(actor, code, now, async (tx) => {
    await challengeBrowser(tx, 'register-another', actor, now)
    return { status: 'started' as const }
  })
}

/** Ends the registration that this browser has begun. */
export async function cancelPasskey({ actor }: Permit<'account:change'>): Promise<void> {
  await dropChallenge(db(), actor.sessionId)
}

/**
 * `recoveryCodes`: made with the first second factor, otherwise none. `gone`: her account has registered this passkey
 * already. `expired`: this browser has no valid challenge. After `wrong` and `known` (some account has registered the
 * passkey already), this browser can try again.
 */
type Registered =
  | { status: 'registered'; recoveryCodes: string[] }
  | Full
  | { status: 'gone' | 'expired' | 'wrong' | 'known' }
type New = { answer: NewPasskeyAnswer; name: string }

/** Registers a passkey, and makes recovery codes with the first second factor. @throws {AppError} too-many-requests */
export async function registerPasskey(
  { actor }: Permit<'account:change'>,
  passkey: New,
  now: Date,
): Promise<Registered> {
  await spendLimit('passkey-challenge', actor.accountId, now)
  return db().$transaction(async (tx) => {
    await lockAccount(tx, actor.accountId)
    return register(tx, actor, passkey, now)
  })
}

async function register(tx: Tx, actor: Person, { answer, name }: New, now: Date): Promise<Registered> {
  const { accountId, sessionId } = actor
  const first = !(await isGuarded(tx, accountId))
  const kind = first ? 'register-first' : 'register-another'
  const challenge = claimedChallenge(answer)
  if (!challenge || !(await takeChallenge(tx, sessionId, { kind, challenge }, validSince(now)))) {
    return { status: (await findCredential(tx, accountId, answer.id)) ? 'gone' : 'expired' }
  }
  if ((await countPasskeys(tx, accountId)) >= MOST_PASSKEYS) return { status: 'full' }
  const credential = await verifyRegistration(answer, challenge)
  if (!credential || !(await insertPasskey(tx, credential, { accountId, name }, now))) {
    await challengeBrowser(tx, kind, actor, now)
    return { status: credential ? 'known' : 'wrong' }
  }
  if (first) await forgetProofs(tx, accountId, sessionId)
  await markProved(tx, sessionId, now)
  await recordAct(tx, { act: 'passkey-added', actorId: accountId, subjectId: accountId }, now)
  return { status: 'registered', recoveryCodes: first ? await makeRecoveryCodes(tx, accountId) : [] }
}
