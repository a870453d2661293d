import 'server-only'
import { AppError } from '@/domain/errors'
import type { Reference } from '@/domain/library/reference'
import {
  authorsOf,
  authorsSchema,
  type CitedSeminar,
  type Participation,
  participationOf,
  participationSchema,
  proceedingsReference,
} from '@/domain/seminar/proceedings'
import { wasHeld } from '@/domain/seminar/state'
import type { Caller } from '../auth/caller'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import { countParticipants, findKept, findProceedings, saveProceedings } from '../db/seminar/proceedings'
import { lockSeminar } from '../db/seminar/seminar-changes'
import type { MaterialRow } from '../db/seminar/seminar-materials'
import { findSeminar, type SeminarRow } from '../db/seminar/seminars'
import { openMaterials } from './materials'
import { readerOf, type SeminarReader } from './open-seminar'
import { existingSeminar } from './seminar-permit'

export type Proceedings = {
  seminar: SeminarRow
  reader: SeminarReader
  participation: Participation
  /** The institutions under whose names they were published, or would be. */
  authors: CitedSeminar['authors']
  /** The materials that are open to everybody. */
  materials: readonly MaterialRow[]
}

/**
 * The proceedings of a seminar that was held. Once published they are for everybody, even if the seminar was only for
 * the invited; before that, for people who may read its participants. @throws {AppError} not-found
 */
export async function openProceedings(caller: Caller, seminarId: string, now: Date): Promise<Proceedings> {
  const seminar = await existingSeminar(seminarId)
  const reader = await readerOf(caller, seminar)
  if (!wasHeld(seminar, now) || (!seminar.proceedingsAt && !reader.mayRead))
    throw new AppError('not-found', 'proceedings that are not public')
  const everybody = { registration: null, mayRead: false }
  const [kept, materials] = await Promise.all([
    seminar.proceedingsAt ? published(seminarId) : unpublished(seminar),
    openMaterials({ seminar, reader: everybody }, now),
  ])
  return { seminar, reader, ...kept, materials }
}

async function published(seminarId: string) {
  const { participation, authors } = await findKept(sql(), seminarId)
  return { participation: participationSchema.parse(participation), authors: authorsSchema.parse(authors) }
}

async function unpublished(seminar: SeminarRow) {
  return { participation: participationOf(await countParticipants(sql(), seminar.id)), authors: authorsOf(seminar) }
}

/** The references of all published proceedings, the latest first. */
export async function citedProceedings(now: Date): Promise<Reference[]> {
  return (await findProceedings(sql(), now)).map(proceedingsReference)
}

/** What an organiser may do. Each act undoes the other. */
export const PROCEEDINGS_ACTS = ['publish', 'withdraw'] as const
export type ProceedingsAct = (typeof PROCEEDINGS_ACTS)[number]

/**
 * Publishes the proceedings of a seminar that was held, with the figures and the organisers of this moment, or
 * withdraws them.
 *
 * @throws {AppError} not-found; conflict if it was not held, or if somebody else has done the same meanwhile.
 */
export async function changeProceedings(
  { actor, target: { seminarId, institutionId } }: Permit<'seminar:change'>,
  act: ProceedingsAct,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockSeminar(tx, seminarId)
    const seminar = await findSeminar(tx, seminarId)
    if (!seminar) throw new AppError('not-found', 'seminar')
    const publishes = act === 'publish'
    if (publishes && !wasHeld(seminar, now)) throw new AppError('conflict', 'seminar that was not held')
    if (publishes === (seminar.proceedingsAt !== null)) throw new AppError('conflict', `${act}: done already`)
    const participation = publishes && participationOf(await countParticipants(tx, seminarId))
    await saveProceedings(tx, seminarId, participation ? { at: now, participation, authors: authorsOf(seminar) } : null)
    const facts = { actorId: actor.accountId, institutionId, details: { seminar: seminarId } }
    await recordAct(tx, { act: publishes ? 'proceedings-published' : 'proceedings-withdrawn', ...facts }, now)
  })
}
