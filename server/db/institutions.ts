import 'server-only'
import type { InstitutionFields, InstitutionKind } from '@/domain/access/institution'
import type { Db } from './client'

export type InstitutionRow = InstitutionFields & { id: string; createdAt: Date; archivedAt: Date | null }

type Stored = Omit<InstitutionRow, 'kind'> & { kind: string }
const asRow = (stored: Stored): InstitutionRow => ({ ...stored, kind: stored.kind as InstitutionKind })

export async function insertInstitution(db: Db, fields: InstitutionFields, now: Date): Promise<string> {
  return (await db.institution.create({ data: { ...fields, createdAt: now }, select: { id: true } })).id
}

export async function updateInstitution(db: Db, id: string, fields: InstitutionFields): Promise<void> {
  await db.institution.update({ where: { id }, data: fields })
}

export async function findInstitution(db: Db, id: string): Promise<InstitutionRow | null> {
  const row = await db.institution.findUnique({ where: { id } })
  return row && asRow(row)
}

/** Those that work; with `ids`, these among them. By their Latin names. */
export async function findInstitutions(db: Db, ids?: readonly string[]): Promise<InstitutionRow[]> {
  const where = { archivedAt: null, ...(ids && { id: { in: [...ids] } }) }
  return (await db.institution.findMany({ where, orderBy: { nameLatin: 'asc' } })).map(asRow)
}
