import 'server-only'
import type { InstitutionFields } from '@/domain/access/institution'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit'
import { db } from '../db/client'
import { findInstitution, type InstitutionRow, insertInstitution, updateInstitution } from '../db/institutions'

/** @returns the new institution's id. */
export async function createInstitution(
  { actor }: Permit<'institution:create'>,
  fields: InstitutionFields,
  now: Date,
): Promise<string> {
  return db().$transaction(async (tx) => {
    const institutionId = await insertInstitution(tx, fields, now)
    await recordAct(tx, { act: 'institution-created', actorId: actor.accountId, institutionId }, now)
    return institutionId
  })
}

/** @throws {AppError} not-found */
export async function changeInstitution(
  { actor, target }: Permit<'institution:change'>,
  fields: InstitutionFields,
  now: Date,
): Promise<void> {
  const { institutionId } = target
  await db().$transaction(async (tx) => {
    await requireInstitution(institutionId, tx)
    await updateInstitution(tx, institutionId, fields)
    await recordAct(tx, { act: 'institution-changed', actorId: actor.accountId, institutionId }, now)
  })
}

/** One that works. @throws {AppError} not-found */
export async function requireInstitution(
  id: string,
  on = db() as Parameters<typeof findInstitution>[0],
): Promise<InstitutionRow> {
  const institution = isUuid(id) ? await findInstitution(on, id) : null
  if (!institution || institution.archivedAt) throw new AppError('not-found', 'institution')
  return institution
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
