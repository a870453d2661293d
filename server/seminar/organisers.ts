import 'server-only'
import { AppError } from '@/domain/errors'
import { MOST_ORGANISERS, mayAnswer, type OrganiserAct, organiserState } from '@/domain/seminar/organiser'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql, type Tx } from '../db/client'
import { lockSeminar } from '../db/seminar/seminar-changes'
import {
  findPossibleOrganisers,
  findRequestsTo,
  type OrganiserTimes,
  storeOrganiser,
} from '../db/seminar/seminar-organisers'
import { findSeminar, type OrganiserRow, type SeminarRow } from '../db/seminar/seminars'

const isOpen = (one: OrganiserRow) => ['asked', 'accepted'].includes(organiserState(one))

/** The institutions that may be asked to co-organise a seminar. */
export async function possibleOrganisers(_: Permit<'seminar:change'>, { institutionId, organisers }: SeminarRow) {
  const asked = new Set([institutionId, ...organisers.filter(isOpen).map((one) => one.institutionId)])
  return (await findPossibleOrganisers(db())).filter(({ id }) => !asked.has(id))
}

/** Asks an institution to co-organise. @throws {AppError} not-found; conflict for a seminar that was cancelled */
export async function askOrganiser(
  { actor, target: { seminarId } }: Permit<'seminar:change'>,
  askedId: string,
  now: Date,
): Promise<'asked' | 'already' | 'full'> {
  return db().$transaction(async (tx) => {
    const seminar = await lockedSeminar(tx, seminarId)
    if (seminar.status === 'cancelled') throw new AppError('conflict', 'seminar that was cancelled')
    const possible = await findPossibleOrganisers(tx)
    if (askedId === seminar.institutionId || !possible.some(({ id }) => id === askedId))
      throw new AppError('not-found', 'institution to organise with')
    const open = seminar.organisers.filter(isOpen)
    if (open.some(({ institutionId }) => institutionId === askedId)) return 'already'
    if (open.length >= MOST_ORGANISERS) return 'full'
    await storeOrganiser(tx, seminarId, askedId, { askedAt: now, acceptedAt: null, withdrawnAt: null })
    const { institutionId } = seminar
    const facts = { actorId: actor.accountId, institutionId, details: { seminar: seminarId, asked: askedId } }
    await recordAct(tx, { act: 'seminar-organiser-asked', ...facts }, now)
    return 'asked'
  })
}

/** Withdraws a request, or ends an accepted co-organisation. @throws {AppError} not-found, conflict */
export async function takeBackOrganiser(
  { actor, target: { seminarId } }: Permit<'seminar:change'>,
  askedId: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const seminar = await lockedSeminar(tx, seminarId)
    await move(tx, seminar, askedId, 'take-back', now)
    const { institutionId } = seminar
    const facts = { actorId: actor.accountId, institutionId, details: { seminar: seminarId, asked: askedId } }
    await recordAct(tx, { act: 'seminar-organiser-taken-back', ...facts }, now)
  })
}

const WRITTEN = {
  accept: 'seminar-organiser-accepted',
  decline: 'seminar-organiser-declined',
  withdraw: 'seminar-organiser-withdrawn',
} as const
/** What the institution that was asked may do. */
export const ORGANISER_ANSWERS = ['accept', 'decline', 'withdraw'] as const
export type OrganiserAnswer = (typeof ORGANISER_ANSWERS)[number]

/** @throws {AppError} not-found; conflict if it was answered or taken back meanwhile */
export async function answerRequest(
  { actor, target: { institutionId } }: Permit<'seminar:co-organise'>,
  seminarId: string,
  answer: OrganiserAnswer,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const seminar = await lockedSeminar(tx, seminarId)
    await move(tx, seminar, institutionId, answer, now)
    const facts = { actorId: actor.accountId, institutionId, details: { seminar: seminarId } }
    await recordAct(tx, { act: WRITTEN[answer], ...facts }, now)
  })
}

/** The requests to an institution that are open or accepted, for seminars that are not over. */
export async function requestsTo({ target: { institutionId } }: Permit<'seminar:co-organise'>) {
  return findRequestsTo(sql(), institutionId)
}

/** Locks the seminar: of two people who answer at once, the second finds the request answered. */
async function lockedSeminar(tx: Tx, id: string): Promise<SeminarRow> {
  if (!isUuid(id)) throw new AppError('not-found', 'seminar')
  await lockSeminar(tx, id)
  const seminar = await findSeminar(tx, id)
  if (!seminar) throw new AppError('not-found', 'seminar')
  return seminar
}

async function move(tx: Tx, seminar: SeminarRow, institutionId: string, act: OrganiserAct, now: Date): Promise<void> {
  const row = seminar.organisers.find((one) => one.institutionId === institutionId)
  if (!row) throw new AppError('not-found', 'institution that was asked')
  const state = organiserState(row)
  if (!mayAnswer(state, act)) throw new AppError('conflict', `${act} of a request that is ${state}`)
  const { askedAt, acceptedAt } = row
  const times: OrganiserTimes =
    act === 'accept' ? { askedAt, acceptedAt: now, withdrawnAt: null } : { askedAt, acceptedAt, withdrawnAt: now }
  await storeOrganiser(tx, seminar.id, institutionId, times)
}
