import 'server-only'
import { type ASKED_CHALLENGES, CHALLENGE_MINUTES, type ChallengeKind } from '@/domain/auth/passkey'
import type { Person } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { spendLimit } from '../../auth/limits'
import { newChallenge, type ProofOptions, proofOptions } from '../../auth/passkey'
import type { Permit } from '../../auth/permit'
import { findCredentials, putChallenge } from '../../db/auth/passkeys'
import { type Db, db } from '../../db/client'

/** Challenges made before this time are no longer accepted. */
export function validSince(now: Date): Date {
  return new Date(now.getTime() - CHALLENGE_MINUTES * 60_000)
}

/** Makes a challenge for this browser. @returns it, in base64url. */
export async function challengeBrowser(
  db: Db,
  kind: ChallengeKind,
  { sessionId }: Pick<Person, 'sessionId'>,
  now: Date,
): Promise<string> {
  const challenge = newChallenge()
  await putChallenge(db, sessionId, { kind, challenge }, now)
  return challenge
}

/**
 * Asks this browser for a proof by a passkey: one of hers, or one of another account of hers that she is about to name.
 * For another account, the answer does not list its passkeys, since nobody has given its password yet.
 *
 * @throws {AppError} conflict if she has no passkey; too-many-requests
 */
export async function askForPasskey(
  { actor }: Permit<'account:change'>,
  kind: (typeof ASKED_CHALLENGES)[number],
  now: Date,
): Promise<ProofOptions> {
  await spendLimit('passkey-challenge', actor.accountId, now)
  const mine = kind === 'prove' ? await findCredentials(db(), actor.accountId) : []
  if (kind === 'prove' && mine.length === 0) throw new AppError('conflict', 'no passkey')
  return proofOptions(await challengeBrowser(db(), kind, actor, now), mine)
}
