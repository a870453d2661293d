import 'server-only'
import { ApiProblem } from '@/domain/api/problem'
import { tokenState } from '@/domain/api/token'
import { AppError } from '@/domain/errors'
import { type LimitName, secondsLeft, spendLimit } from '../auth/limits'
import { findToken, noteTokenUse } from '../db/api/api-tokens'
import { sql } from '../db/client'
import { tokenHash } from './tokens'

declare const checked: unique symbol

/** Proof that a request came with a token in force. Only `openToken` makes one. */
export type ApiAccess = {
  readonly [checked]: true
  readonly tokenId: string
  readonly tokenName: string
  readonly institutionId: string
  /** Null: all cohorts of the institution. */
  readonly cohortIds: readonly string[] | null
}

const MINUTE_MS = 60_000
const BEARER = /^Bearer +([A-Za-z0-9_-]{1,200})$/i

/** @param address of the client, by which unknown tokens are counted. @throws {ApiProblem} */
export async function openToken(
  authorization: string | null,
  address: () => Promise<string>,
  now: Date,
): Promise<ApiAccess> {
  const presented = BEARER.exec(authorization ?? '')?.[1]
  if (presented === undefined) throw new ApiProblem('token-missing')
  const token = await findToken(sql(), tokenHash(presented))
  if (!token) {
    await spend('api-wrong', await address(), now)
    throw new ApiProblem('token-unknown')
  }
  await spend('api', token.id, now)
  const state = tokenState(token, now)
  if (state !== 'valid') throw new ApiProblem(`token-${state}`)
  if (token.archived) throw new ApiProblem('institution-archived')
  const minuteAgo = new Date(now.getTime() - MINUTE_MS)
  if (!token.lastUsedAt || token.lastUsedAt < minuteAgo) await noteTokenUse(sql(), token.id, minuteAgo, now)
  const { id: tokenId, name: tokenName, institutionId, allCohorts, cohortIds } = token
  return { tokenId, tokenName, institutionId, cohortIds: allCohorts ? null : cohortIds } as ApiAccess
}

async function spend(name: Extract<LimitName, 'api' | 'api-wrong'>, subject: string, now: Date): Promise<void> {
  try {
    await spendLimit(name, subject, now)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'too-many-requests') throw error
    throw new ApiProblem('too-many-requests', secondsLeft(name, now))
  }
}
