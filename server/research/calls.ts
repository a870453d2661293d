import 'server-only'
import { AppError } from '@/domain/errors'
import { type CallFields, MOST_CALLS } from '@/domain/research/call'
import { dayOf } from '@/domain/time/day'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import {
  type CallRow,
  countOpenCalls,
  deleteCall,
  findCallsOf,
  findPublicCalls,
  insertCall,
} from '../db/research/research-calls'

export type { CallRow } from '../db/research/research-calls'

/** How many calls the research corner lists, ended ones included. */
const SHOWN = 100

/** The calls of all institutions, for everybody. */
export async function publicCalls(now: Date): Promise<CallRow[]> {
  return findPublicCalls(sql(), dayOf(now), SHOWN)
}

export async function institutionCalls({
  target: { institutionId },
}: Permit<'institution:change'>): Promise<CallRow[]> {
  return findCallsOf(sql(), institutionId)
}

export async function publishCall(
  { actor, target: { institutionId } }: Permit<'institution:change'>,
  call: CallFields,
  now: Date,
): Promise<'published' | 'full'> {
  return db().$transaction(async (tx) => {
    if ((await countOpenCalls(tx, institutionId, dayOf(now))) >= MOST_CALLS) return 'full'
    await insertCall(tx, institutionId, call, now)
    await recordAct(tx, { act: 'call-published', actorId: actor.accountId, institutionId }, now)
    return 'published'
  })
}

/** @throws {AppError} not-found */
export async function withdrawCall(
  { actor, target: { institutionId } }: Permit<'institution:change'>,
  id: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    if (!isUuid(id) || !(await deleteCall(tx, institutionId, id))) throw new AppError('not-found', 'research call')
    await recordAct(tx, { act: 'call-withdrawn', actorId: actor.accountId, institutionId }, now)
  })
}
