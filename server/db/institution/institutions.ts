import 'server-only'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import type { InstitutionFields } from '@/domain/institution/institution'
import type { Names } from '@/domain/person/profile'
import type { Db } from '../client'
import type { Sql } from '../sql'

export type InstitutionRow = InstitutionFields & { id: string; createdAt: Date; archivedAt: Date | null }
/** With the number of people who hold a role in it now. */
export type CountedInstitution = InstitutionRow & { people: number }

type Stored = Omit<InstitutionRow, 'kind'> & { kind: string }
const asRow = <T extends Stored>(stored: T) => ({ ...stored, kind: stored.kind as InstitutionKind })

/** @returns whether it is new: a form that is sent twice creates one institution. */
export async function insertInstitution(db: Db, id: string, fields: InstitutionFields, now: Date): Promise<boolean> {
  const { count } = await db.institution.createMany({ data: [{ ...fields, id, createdAt: now }], skipDuplicates: true })
  return count === 1
}

export async function updateInstitution(db: Db, id: string, fields: InstitutionFields): Promise<void> {
  await db.institution.update({ where: { id }, data: fields })
}

/** @returns whether it was active until now. */
export async function archiveInstitutionRow(db: Db, id: string, now: Date): Promise<boolean> {
  return (await db.institution.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: now } })).count === 1
}

export async function findInstitution(db: Db, id: string): Promise<InstitutionRow | null> {
  const row = await db.institution.findUnique({ where: { id } })
  return row && asRow(row)
}

export type NamedInstitution = Names & { id: string }

/** Those of these institutions that are active, by Latin name, without counting their people. */
export async function findNamedInstitutions(sql: Sql, ids: readonly string[]): Promise<NamedInstitution[]> {
  return sql.$queryRaw<NamedInstitution[]>`
    select id, "nameArabic", "nameLatin" from "Institution"
    where "archivedAt" is null and id = any(${[...ids]}::uuid[]) order by "nameLatin"`
}

/** The active institutions, by Latin name; with `ids`, only those among them. */
export async function findInstitutions(sql: Sql, ids?: readonly string[]): Promise<CountedInstitution[]> {
  return sql.$queryRaw<CountedInstitution[]>`
    select i.id, i.kind, i.region, i."nameArabic", i."nameLatin", i."createdAt", i."archivedAt", (
      select count(distinct r."accountId")::int from "Role" r
      where r."institutionId" = i.id and r."endedAt" is null) as people
    from "Institution" i
    where i."archivedAt" is null and (${ids ?? null}::uuid[] is null or i.id = any(${ids ?? null}::uuid[]))
    order by i."nameLatin"`
}
