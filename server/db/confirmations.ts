import 'server-only'
import type { Names } from '@/domain/access/profile'
import type { Db } from './client'
import type { OwnSql } from './own-sql'

export type Confirmation = { accountId: string; confirmedAt: Date; confirmedBy: Names | null }
/** As a certificate carries the institution that confirmed its holder; both null: declared by herself. */
export type Confirmer = { confirmerArabic: string | null; confirmerLatin: string | null }

/** @returns whether it is new. */
export async function insertConfirmation(
  db: Db,
  row: { accountId: string; institutionId: string; confirmedById: string; confirmedAt: Date },
): Promise<boolean> {
  return (await db.identityConfirmation.createMany({ data: [row], skipDuplicates: true })).count === 1
}

/** @returns whether there was one. */
export async function deleteConfirmation(db: Db, accountId: string, institutionId: string): Promise<boolean> {
  return (await db.identityConfirmation.deleteMany({ where: { accountId, institutionId } })).count === 1
}

export async function findConfirmations(db: Db, institutionId: string): Promise<Confirmation[]> {
  return db.identityConfirmation.findMany({
    where: { institutionId },
    select: { accountId: true, confirmedAt: true, confirmedBy: { select: { nameArabic: true, nameLatin: true } } },
  })
}

/** The institutions that have confirmed who she is. */
export async function findConfirmers(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.identityConfirmation.findMany({ where: { accountId }, select: { institutionId: true } })
  return rows.map(({ institutionId }) => institutionId)
}

/** The institution that was the first to confirm who she is, as it is called now. */
export async function findConfirmer(db: OwnSql, accountId: string): Promise<Confirmer> {
  const rows = await db.$queryRaw<Confirmer[]>`
    select i."nameArabic" as "confirmerArabic", i."nameLatin" as "confirmerLatin"
    from "IdentityConfirmation" c join "Institution" i on i.id = c."institutionId"
    where c."accountId" = ${accountId}::uuid order by c."confirmedAt" limit 1`
  return rows[0] ?? { confirmerArabic: null, confirmerLatin: null }
}
