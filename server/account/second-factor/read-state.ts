import 'server-only'
import { needsSecondFactor } from '@/domain/auth/roles-held'
import type { Caller } from '../../auth/caller'
import type { Permit } from '../../auth/permit'
import { findIdentitiesOf } from '../../db/account/linked-identities'
import { countPasskeys, findChallenge, findPasskeys, type PasskeyRow } from '../../db/auth/passkeys'
import { findStoredRoles } from '../../db/auth/roles'
import { countRecoveryCodes, findFactor } from '../../db/auth/second-factors'
import { db, sql } from '../../db/client'
import type { Sql } from '../../db/sql'
import { validSince } from './challenge'
import { openOffer } from './offer'

export type SecondFactorState =
  /** `linked`: an account of an institution is linked, which may have opened hers: then nobody knows her password. */
  | { status: 'off'; linked: boolean }
  /** Waits for the first code of a new app. `replaces`: another second factor is in force. */
  | { status: 'offered'; secret: string; replaces: boolean }
  /** Waits for a new passkey, which signs `challenge`. `first`: no second factor is in force. */
  | { status: 'registering'; challenge: string; first: boolean }
  /** `app`: it has an authenticator app. `needed`: a role of the person requires a second factor. */
  | { status: 'on'; since: Date; app: boolean; passkeys: PasskeyRow[]; codesLeft: number; needed: boolean }

/** The state of the second factor, as this browser may know it. */
export async function readSecondFactor({ actor }: Permit<'account:change'>, now: Date): Promise<SecondFactorState> {
  const { accountId, sessionId } = actor
  const [factor, passkeys] = await Promise.all([findFactor(db(), accountId), findPasskeys(db(), accountId)])
  const app = factor?.confirmedAt ?? null
  const [since] = [app, passkeys[0]?.createdAt ?? null].filter((date) => date !== null).toSorted((a, b) => +a - +b)
  const challenge = await findChallenge(db(), sessionId, since ? 'register-another' : 'register-first', validSince(now))
  if (challenge) return { status: 'registering', challenge, first: !since }
  const secret = factor && (await openOffer(factor, since ? 'another' : 'first', actor, now))
  if (secret) return { status: 'offered', secret, replaces: since !== undefined }
  if (!since) return { status: 'off', linked: (await findIdentitiesOf(db(), accountId)).length > 0 }
  const codesLeft = await countRecoveryCodes(db(), accountId)
  const needed = await holdsGuardedRole(sql(), actor)
  return { status: 'on', since, app: app !== null, passkeys, codesLeft, needed }
}

/** Whether the caller has a passkey, so that a form that asks her for a code accepts a passkey too. */
export async function hasPasskey(caller: Pick<Caller, 'session'>): Promise<boolean> {
  const session = await caller.session()
  return session !== null && (await countPasskeys(db(), session.accountId)) > 0
}

export async function holdsGuardedRole(
  on: Sql,
  { accountId, sessionId }: { accountId: string; sessionId: string },
): Promise<boolean> {
  return needsSecondFactor(await findStoredRoles(on, accountId, sessionId))
}
