import 'server-only'
import { AppError } from '@/domain/errors'
import type { FileProblem } from '@/domain/file/material-file'
import { isMaterialOpen, type MaterialFields, MOST_MATERIALS } from '@/domain/seminar/material'
import type { RegistrationStatus } from '@/domain/seminar/seminar'
import { isGiven } from '@/domain/text/texts'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../auth/caller'
import { spendLimit } from '../auth/limits'
import { type Permit, requirePermission } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import type { StoredFileRow } from '../db/file/stored-files'
import { lockSeminar } from '../db/seminar/seminar-changes'
import {
  countMaterials,
  deleteMaterial,
  findMaterials,
  insertMaterial,
  type MaterialRow,
} from '../db/seminar/seminar-materials'
import { findPlace } from '../db/seminar/seminar-registrations'
import type { SeminarRow } from '../db/seminar/seminars'
import { keepFile, removeFile } from '../file/keep-file'
import type { Upload } from '../file/receive-upload'
import { visitorOf } from './registration'
import { existingSeminar, seminarTarget } from './seminar-permit'

export type AddedMaterial = { status: 'added' | 'full' } | { status: 'refused'; problem: FileProblem }

/** A seminar for a reader who may see it, with the status of her registration. */
type Open = {
  seminar: SeminarRow
  reader: { registration: RegistrationStatus | null; mayRead: boolean }
}

/** All materials of a seminar, for its organiser. */
export async function seminarMaterials({ target: { seminarId } }: Permit<'seminar:change'>): Promise<MaterialRow[]> {
  return findMaterials(sql(), seminarId)
}

/**
 * Checks and stores a file, and adds it to the materials. @throws {AppError} too-many-requests; not-found if the
 * seminar is gone meanwhile
 */
export async function addMaterial(
  { actor, target: { seminarId, institutionId } }: Permit<'seminar:change'>,
  fields: MaterialFields,
  upload: Upload,
  now: Date,
): Promise<AddedMaterial> {
  if (!isGiven(fields.titles)) throw new AppError('invalid-input', 'material without a title')
  await spendLimit('material', institutionId, now)
  const kept = await keepFile(upload, now)
  if (kept.status === 'refused') return kept
  const { file } = kept
  const added = await db().$transaction(async (tx) => {
    await lockSeminar(tx, seminarId)
    if ((await countMaterials(tx, seminarId)) >= MOST_MATERIALS) return false
    await insertMaterial(tx, seminarId, file.id, fields, now)
    const details = { seminar: seminarId, file: file.name }
    await recordAct(tx, { act: 'seminar-material-added', actorId: actor.accountId, institutionId, details }, now)
    return true
  })
  if (added) return { status: 'added' }
  await removeFile(file.id)
  return { status: 'full' }
}

/** Removes a material and its file. @throws {AppError} not-found */
export async function removeMaterial(
  { actor, target: { seminarId, institutionId } }: Permit<'seminar:change'>,
  id: string,
  now: Date,
): Promise<void> {
  const fileId = await db().$transaction(async (tx) => {
    const found = isUuid(id) ? await deleteMaterial(tx, seminarId, id) : null
    if (!found) throw new AppError('not-found', 'material')
    const details = { seminar: seminarId, material: id }
    await recordAct(tx, { act: 'seminar-material-removed', actorId: actor.accountId, institutionId, details }, now)
    return found
  })
  await removeFile(fileId)
}

/** The materials that the reader may download now. */
export async function openMaterials({ seminar, reader }: Open, now: Date): Promise<MaterialRow[]> {
  const all = await findMaterials(sql(), seminar.id)
  return reader.mayRead ? all : all.filter((material) => isMaterialOpen(material, reader, seminar, now))
}

/**
 * The file of a material, for a person to whom it is open or who may read the list of participants. `token`: from the
 * link to the place of a guest.
 * @throws {AppError} not-found, or as requirePermission does
 */
export async function materialFile(
  caller: Caller,
  { seminarId, id, token }: { seminarId: string; id: string; token: string | null },
  now: Date,
): Promise<StoredFileRow> {
  const seminar = await existingSeminar(seminarId)
  const material = (await findMaterials(sql(), seminar.id)).find((one) => one.id === id)
  if (!material) throw new AppError('not-found', 'material')
  const visitor = await visitorOf(caller, seminar.id, token, now)
  const place = 'taker' in visitor ? await findPlace(sql(), seminar.id, visitor.taker) : null
  const registration = place?.status ?? null
  if (!isMaterialOpen(material, { registration }, seminar, now))
    await requirePermission(caller, 'seminar:read', seminarTarget(seminar))
  return material.file
}
