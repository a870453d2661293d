import 'server-only'
import { type ChallengeKind, isCounterValid, type PasskeyAnswer } from '@/domain/auth/passkey'
import type { SecondFactorCode } from '@/domain/auth/second-factor-code'
import { claimedChallenge, verifyProof } from '../../auth/passkey'
import { recoveryHash } from '../../auth/recovery-codes'
import { unseal } from '../../auth/seal'
import { stepOfCode } from '../../auth/totp'
import { recordAct } from '../../db/audit/audit'
import { findCredential, noteUse, takeChallenge } from '../../db/auth/passkeys'
import { findFactor, spendRecoveryCode, takeStep } from '../../db/auth/second-factors'
import type { Db } from '../../db/client'
import { log } from '../../log'
import { validSince } from './challenge'

/**
 * The account of a code, the browser in which it is given, and the kind of challenge that a passkey must have signed.
 */
type Giver = { accountId: string; sessionId: string; kind: ChallengeKind }
/** `expired`: the passkey has not signed the latest challenge of this browser, or has signed it too late. */
type Taken = 'taken' | 'wrong' | 'expired'

/** Checks a code of any kind and uses it up: of two requests with the same one at once, one succeeds. */
export async function takeCode(tx: Db, giver: Giver, code: SecondFactorCode, now: Date): Promise<Taken> {
  if (code.kind === 'passkey') return takePasskey(tx, giver, code.answer, now)
  const { accountId } = giver
  const take = code.kind === 'recovery' ? takeRecoveryCode : takeAppCode
  return (await take(tx, accountId, code.digits, now)) ? 'taken' : 'wrong'
}

async function takeRecoveryCode(tx: Db, accountId: string, digits: string, now: Date): Promise<boolean> {
  if (!(await spendRecoveryCode(tx, accountId, recoveryHash(accountId, digits), now))) return false
  await recordAct(tx, { act: 'recovery-code-used', actorId: accountId, subjectId: accountId }, now)
  return true
}

async function takeAppCode(tx: Db, accountId: string, digits: string, now: Date): Promise<boolean> {
  const sealed = (await findFactor(tx, accountId))?.secret
  if (!sealed) return false
  const secret = await unseal(sealed, accountId)
  // The secret was sealed with another session key: docs/operations.md says what to do.
  if (secret === null) log('second-factor-unreadable', {})
  const step = secret && stepOfCode(secret, digits, now)
  return step ? takeStep(tx, accountId, sealed, step) : false
}

async function takePasskey(
  tx: Db,
  { accountId, sessionId, kind }: Giver,
  answer: PasskeyAnswer,
  now: Date,
): Promise<Taken> {
  const challenge = claimedChallenge(answer)
  if (!challenge) return 'wrong'
  if (!(await takeChallenge(tx, sessionId, { kind, challenge }, validSince(now)))) return 'expired'
  const credential = await findCredential(tx, accountId, answer.id)
  if (!credential) return 'wrong'
  const counter = await verifyProof(answer, challenge, credential)
  if (counter === null) return 'wrong'
  if (!isCounterValid(credential.counter, counter)) {
    log('passkey-counter-back', { passkey: credential.passkeyId })
    return 'wrong'
  }
  // A copy of the passkey may have signed at the same moment.
  const use = { before: credential.counter, counter }
  return (await noteUse(tx, credential.passkeyId, use, now)) ? 'taken' : 'wrong'
}
