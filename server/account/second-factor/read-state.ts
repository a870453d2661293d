import 'server-only'
import { needsSecondFactor } from '@/domain/auth/roles-held'
import type { Permit } from '../../auth/permit'
import { db, sql } from '../../db/client'
import { findStoredRoles } from '../../db/roles'
import { countRecoveryCodes, findFactor } from '../../db/second-factors'
import type { Sql } from '../../db/sql'
import { openOffer } from './offer'

export type SecondFactorState =
  | { status: 'off' }
  /** Waits for the first code of a new app. `replaces`: another app is in force. */
  | { status: 'offered'; secret: string; replaces: boolean }
  /** `needed`: a role of the person requires it. */
  | { status: 'on'; since: Date; codesLeft: number; needed: boolean }

/** The state of the second factor, as this browser may know it. */
export async function readSecondFactor({ actor }: Permit<'account:change'>, now: Date): Promise<SecondFactorState> {
  const factor = await findFactor(db(), actor.accountId)
  const secret = factor && (await openOffer(factor, actor, now))
  const since = factor?.confirmedAt ?? null
  if (secret) return { status: 'offered', secret, replaces: since !== null }
  if (since === null) return { status: 'off' }
  const codesLeft = await countRecoveryCodes(db(), actor.accountId)
  return { status: 'on', since, codesLeft, needed: await holdsGuardedRole(sql(), actor) }
}

export async function holdsGuardedRole(
  on: Sql,
  { accountId, sessionId }: { accountId: string; sessionId: string },
): Promise<boolean> {
  return needsSecondFactor(await findStoredRoles(on, accountId, sessionId))
}
