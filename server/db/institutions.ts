import 'server-only'
import type { InstitutionFields, InstitutionKind } from '@/domain/institution/institution'
import type { Db } from './client'

export type InstitutionRow = InstitutionFields & { id: string; createdAt: Date; archivedAt: Date | null }
/** With how many people hold a role there now. */
export type CountedInstitution = InstitutionRow & { people: number }

type Stored = Omit<InstitutionRow, 'kind'> & { kind: string }
const asRow = <T extends Stored>(stored: T) => ({ ...stored, kind: stored.kind as InstitutionKind })

/** @returns whether it is new: a form that was sent twice makes one. */
export async function insertInstitution(db: Db, id: string, fields: InstitutionFields, now: Date): Promise<boolean> {
  const { count } = await db.institution.createMany({ data: [{ ...fields, id, createdAt: now }], skipDuplicates: true })
  return count === 1
}

export async function updateInstitution(db: Db, id: string, fields: InstitutionFields): Promise<void> {
  await db.institution.update({ where: { id }, data: fields })
}

/** @returns whether it worked until now. */
export async function archiveInstitutionRow(db: Db, id: string, now: Date): Promise<boolean> {
  return (await db.institution.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: now } })).count === 1
}

export async function findInstitution(db: Db, id: string): Promise<InstitutionRow | null> {
  const row = await db.institution.findUnique({ where: { id } })
  return row && asRow(row)
}

/** Those that work; with `ids`, these among them. By their Latin names. */
export async function findInstitutions(db: Db, ids?: readonly string[]): Promise<CountedInstitution[]> {
  const where = { archivedAt: null, ...(ids && { id: { in: [...ids] } }) }
  const [rows, counts] = await Promise.all([
    db.institution.findMany({ where, orderBy: { nameLatin: 'asc' } }),
    db.$queryRaw<{ id: string; people: number }[]>`
      select "institutionId" as id, count(distinct "accountId")::int as people from "Role"
      where "endedAt" is null and "institutionId" is not null group by "institutionId"`,
  ])
  const people = new Map(counts.map((count) => [count.id, count.people]))
  return rows.map((row) => ({ ...asRow(row), people: people.get(row.id) ?? 0 }))
}
