import 'server-only'
import { AppError } from '@/domain/errors'
import { MOST_SIGNATORIES, overlap, type SignatoryFields } from '@/domain/institution/face'
import type { Day } from '@/domain/time/day'
import type { Permit } from '../../auth/permit'
import { requireInstitution } from '../../auth/require-institution'
import { type AuditFacts, recordAct } from '../../db/audit/audit'
import { db, type Tx } from '../../db/client'
import {
  deleteSignatory,
  endSignatory,
  findSignatories,
  insertSignatory,
  lockFace,
  type SignatoryRow,
} from '../../db/institution/institution-faces'

/** Somebody who signs already on one of these days. */
export type OtherSignatory = SignatoryRow
/** `full`: no more people can be named. */
export type AddedSignatory = 'added' | { overlap: OtherSignatory } | 'full'
/** `order`: the last day would come before the first. */
export type EndedSignatory = 'ended' | { overlap: OtherSignatory } | 'order'

/** Names a person who signs papers from a day on. @throws {AppError} not-found */
export async function addSignatory(
  permit: Permit<'face:change'>,
  fields: SignatoryFields,
  now: Date,
): Promise<AddedSignatory> {
  return change(permit, async (tx, signatories, record) => {
    if (signatories.length >= MOST_SIGNATORIES) return 'full'
    const before = signatories.find((other) => overlap(other, fields))
    if (before) return { overlap: before }
    await insertSignatory(tx, permit.target.institutionId, fields)
    await record('signatory-added', fields.nameLatin, now)
    return 'added'
  })
}

/** Sets the last day on which a person signs. @throws {AppError} not-found */
export async function setLastDay(
  permit: Permit<'face:change'>,
  id: string,
  toDay: Day,
  now: Date,
): Promise<EndedSignatory> {
  return change(permit, async (tx, signatories, record) => {
    const signatory = required(signatories, id)
    if (toDay < signatory.fromDay) return 'order'
    const others = signatories.filter((other) => other !== signatory)
    const after = others.find((other) => overlap(other, { ...signatory, toDay }))
    if (after) return { overlap: after }
    await endSignatory(tx, id, toDay)
    await record('signatory-ended', signatory.nameLatin, now)
    return 'ended'
  })
}

/** Removes a person who was named by mistake. Papers that bear her name keep it. @throws {AppError} not-found */
export async function removeSignatory(permit: Permit<'face:change'>, id: string, now: Date): Promise<void> {
  await change(permit, async (tx, signatories, record) => {
    const { nameLatin } = required(signatories, id)
    await deleteSignatory(tx, id)
    await record('signatory-removed', nameLatin, now)
  })
}

type Record = (act: AuditFacts['act'], nameLatin: string, now: Date) => Promise<void>

/** Under a lock, so that each of two administrators sees the changes of the other. */
async function change<Outcome>(
  { actor, target: { institutionId } }: Permit<'face:change'>,
  act: (tx: Tx, signatories: readonly SignatoryRow[], record: Record) => Promise<Outcome>,
): Promise<Outcome> {
  return db().$transaction(async (tx) => {
    await lockFace(tx, institutionId)
    await requireInstitution(institutionId, tx)
    const record: Record = (done, nameLatin, now) =>
      recordAct(tx, { act: done, actorId: actor.accountId, institutionId, details: { name: nameLatin } }, now)
    return act(tx, await findSignatories(tx, institutionId), record)
  })
}

function required(signatories: readonly SignatoryRow[], id: string): SignatoryRow {
  const found = signatories.find((one) => one.id === id)
  if (!found) throw new AppError('not-found', 'signatory')
  return found
}
