import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { expiryAfter, MOST_TOKENS, type TokenOrder } from '@/domain/api/token'
import { AppError } from '@/domain/errors'
import type { Day } from '@/domain/time/day'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { findTokensOf, insertToken, lockTokensOf, revokeTokenRow, type TokenRow } from '../db/api/api-tokens'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import { findCohorts } from '../db/cohort/cohorts'

type May = Permit<'institution:integrate'>

/** The days distinguish cohorts of the same name. */
type NamedCohort = { id: string; name: string; startsOn: Day; endsOn: Day }

/** By this prefix a scanner recognises a leaked token, for example in a repository. */
const PREFIX = 'api_'
const SECRET_BYTES = 32
const ENDING = 4

/** The secret has 256 random bits, so a fast hash is enough. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The tokens of the institution, and its cohorts, for which one can be made. */
export async function tokensOf({
  target: { institutionId },
}: May): Promise<{ tokens: TokenRow[]; cohorts: NamedCohort[] }> {
  const [tokens, cohorts] = await Promise.all([findTokensOf(db(), institutionId), findCohorts(sql(), institutionId)])
  return { tokens, cohorts: cohorts.map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn, endsOn })) }
}

type MadeToken = { status: 'made'; token: string } | { status: 'full' | 'sent-twice' }

/**
 * Makes a token. Only the returned value contains the secret: its hash is stored. @throws {AppError} not-found for a
 * cohort that the institution does not have
 */
export async function makeToken(
  { actor, target: { institutionId } }: May,
  { id, name, cohortIds, days }: TokenOrder,
  now: Date,
): Promise<MadeToken> {
  const token = PREFIX + randomBytes(SECRET_BYTES).toString('base64url')
  return db().$transaction(async (tx) => {
    const used = await lockTokensOf(tx, institutionId, now)
    const own = new Set((await findCohorts(tx, institutionId)).map((cohort) => cohort.id))
    if (cohortIds?.some((one) => !own.has(one))) throw new AppError('not-found', 'cohort of a token')
    if (used >= MOST_TOKENS) return { status: 'full' }
    const inserted = await insertToken(tx, {
      ...{ id, institutionId, name, hash: tokenHash(token), ending: token.slice(-ENDING) },
      ...{ allCohorts: cohortIds === null, cohortIds: cohortIds ?? [] },
      ...{ createdById: actor.accountId, createdAt: now, expiresAt: expiryAfter(now, days) },
    })
    if (!inserted) return { status: 'sent-twice' }
    const details = { token: id, name, cohorts: cohortIds ?? 'all', days }
    await recordAct(tx, { act: 'api-token-made', actorId: actor.accountId, institutionId, details }, now)
    return { status: 'made', token }
  })
}

/** Revokes a token: its next request is refused. @throws {AppError} not-found, also for one that was revoked already */
export async function revokeToken({ actor, target: { institutionId } }: May, id: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const name = isUuid(id) ? await revokeTokenRow(tx, { id, institutionId }, now) : null
    if (name === null) throw new AppError('not-found', 'token')
    const details = { token: id, name }
    await recordAct(tx, { act: 'api-token-revoked', actorId: actor.accountId, institutionId, details }, now)
  })
}
