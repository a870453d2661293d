import 'server-only'
import type { Names } from '@/domain/access/profile'
import type { Db } from './client'

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
export async function findConfirmer(db: Db, accountId: string): Promise<Confirmer> {
  const first = await db.identityConfirmation.findFirst({
    where: { accountId },
    orderBy: { confirmedAt: 'asc' },
    select: { institution: { select: { nameArabic: true, nameLatin: true } } },
  })
  const { nameArabic = null, nameLatin = null } = first?.institution ?? {}
  return { confirmerArabic: nameArabic, confirmerLatin: nameLatin }
}
