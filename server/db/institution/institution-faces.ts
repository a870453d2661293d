import 'server-only'
import type { LogoType } from '@/domain/certificate/paper'
import type { FaceFields, SignatoryFields } from '@/domain/institution/face'
import type { Day } from '@/domain/time/day'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'

export type FaceRow = Omit<FaceFields, 'version'> & { version: number; logoHash: string | null }
export type SignatoryRow = SignatoryFields & { id: string }
type NewLogo = { hash: string; type: LogoType; width: number; height: number; bytes: Uint8Array<ArrayBuffer> }

/** What is shown while the institution has entered nothing: version 0. */
const NOTHING: FaceRow = {
  version: 0,
  nameEnglish: null,
  addressArabic: null,
  addressLatin: null,
  helpEmail: null,
  helpPhone: null,
  logoHash: null,
}

/** Locks what an institution shows, and who signs for it, until the transaction ends. */
export async function lockFace(tx: Sql, institutionId: string): Promise<void> {
  await tx.$queryRaw`select id from "Institution" where id = ${institutionId}::uuid for update`
}

export async function findFace(db: Db, institutionId: string): Promise<FaceRow> {
  const row = await db.institutionFace.findUnique({
    where: { institutionId },
    omit: { institutionId: true, savedAt: true },
  })
  return row ?? NOTHING
}

export async function storeFace(tx: Tx, institutionId: string, row: FaceRow, now: Date): Promise<void> {
  const data = { ...row, savedAt: now }
  await tx.institutionFace.upsert({ where: { institutionId }, create: { institutionId, ...data }, update: data })
}

/** The same picture is stored once. */
export async function insertLogo(tx: Tx, logo: NewLogo): Promise<void> {
  await tx.logo.createMany({ data: [logo], skipDuplicates: true })
}

/** The newest first. */
export async function findSignatories(db: Db, institutionId: string): Promise<SignatoryRow[]> {
  const rows = await db.signatory.findMany({
    where: { institutionId },
    omit: { institutionId: true, createdAt: true },
    orderBy: [{ fromDay: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ fromDay, toDay, ...row }) => ({ ...row, fromDay: dayIn(fromDay), toDay: toDay && dayIn(toDay) }))
}

export async function insertSignatory(tx: Tx, institutionId: string, fields: SignatoryFields): Promise<void> {
  const { fromDay, toDay, ...names } = fields
  const span = { fromDay: new Date(fromDay), toDay: toDay && new Date(toDay) }
  await tx.signatory.create({ data: { institutionId, ...names, ...span } })
}

export async function endSignatory(tx: Tx, id: string, toDay: Day): Promise<void> {
  await tx.signatory.update({ where: { id }, data: { toDay: new Date(toDay) } })
}

export async function deleteSignatory(tx: Tx, id: string): Promise<void> {
  await tx.signatory.delete({ where: { id } })
}

export type HelpRow = { nameArabic: string; nameLatin: string; helpEmail: string | null; helpPhone: string | null }

/** The contacts for help of the institutions in whose cohorts, if not archived, a person is active. */
export async function findHelp(sql: Sql, accountId: string): Promise<HelpRow[]> {
  return sql.$queryRaw<HelpRow[]>`
    select distinct i."nameArabic", i."nameLatin", f."helpEmail", f."helpPhone" from "CohortMember" m
    join "Cohort" k on k.id = m."cohortId" and k."archivedAt" is null
    join "Institution" i on i.id = k."institutionId" and i."archivedAt" is null
    join "InstitutionFace" f on f."institutionId" = i.id and coalesce(f."helpEmail", f."helpPhone") is not null
    where m."accountId" = ${accountId}::uuid and m.status = 'active' order by i."nameLatin"`
}

/** A column of days is read as midnight in UTC. */
const dayIn = (date: Date): Day => date.toISOString().slice(0, 10)
