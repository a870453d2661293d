import 'server-only'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import type { CosignatureState } from '@/domain/certificate/cosignature'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'

type Named = { nameArabic: string; nameLatin: string }
/**
 * A request to an institution to sign for a cohort. `institution`: the one that was asked. `school`: the one that asks.
 */
export type CosignatureRow = {
  id: string
  cohortId: string
  institutionId: string
  state: CosignatureState
  offeredAt: Date
  institution: Named
  cohort: {
    name: string
    archivedAt: Date | null
    institutionId: string
    institution: Named
    /** In order. `addedAt`: null for those that the cohort had from the start. */
    courses: readonly { courseId: string; addedAt: Date | null }[]
  }
}

const WITH_NAMES = {
  id: true,
  cohortId: true,
  institutionId: true,
  state: true,
  offeredAt: true,
  institution: { select: { nameArabic: true, nameLatin: true } },
  cohort: {
    select: {
      name: true,
      archivedAt: true,
      institutionId: true,
      institution: { select: { nameArabic: true, nameLatin: true } },
      courses: { select: { courseId: true, addedAt: true }, orderBy: { position: 'asc' } },
    },
  },
} as const
const asRow = <T extends { state: string }>(row: T) => ({ ...row, state: row.state as CosignatureState })

/** Locks the co-signatures of a cohort until the transaction ends. */
export async function lockCosignatures(tx: Sql, cohortId: string): Promise<void> {
  await tx.$queryRaw`select id from "Cohort" where id = ${cohortId}::uuid for update`
}

/** In the order in which they were asked. */
export async function findCosignatures(db: Db, cohortId: string): Promise<CosignatureRow[]> {
  const rows = await db.cosignature.findMany({
    where: { cohortId },
    select: WITH_NAMES,
    orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asRow)
}

/**
 * The requests to an institution: those that wait first, and then the newest. Of an archived cohort, only a request
 * that was accepted is listed, since the institution can still withdraw.
 */
export async function findAskedOf(db: Db, institutionId: string, limit: number): Promise<CosignatureRow[]> {
  const rows = await db.cosignature.findMany({
    where: { institutionId, OR: [{ cohort: { archivedAt: null } }, { state: 'accepted' }] },
    select: WITH_NAMES,
    orderBy: [{ answeredAt: { sort: 'desc', nulls: 'first' } }, { offeredAt: 'desc' }, { id: 'asc' }],
    take: limit,
  })
  return rows.map(asRow)
}

export async function findCosignature(db: Db, id: string): Promise<CosignatureRow | null> {
  const row = await db.cosignature.findUnique({ where: { id }, select: WITH_NAMES })
  return row && asRow(row)
}

export async function insertCosignature(tx: Tx, cohortId: string, institutionId: string, now: Date): Promise<void> {
  await tx.cosignature.create({ data: { cohortId, institutionId, state: 'offered', offeredAt: now } })
}

export async function moveCosignature(tx: Tx, id: string, to: CosignatureState, now: Date): Promise<void> {
  const at = to === 'ended' ? { endedAt: now } : { answeredAt: now }
  await tx.cosignature.update({ where: { id }, data: { state: to, ...at } })
}

/** Asks once more all institutions that have accepted. @returns these institutions. */
export async function offerAgain(tx: Tx, cohortId: string): Promise<string[]> {
  const rows = await tx.cosignature.updateManyAndReturn({
    where: { cohortId, state: 'accepted' },
    data: { state: 'offered', answeredAt: null },
    select: { institutionId: true },
  })
  return rows.map(({ institutionId }) => institutionId)
}

export type PossibleCosigner = Named & { id: string; kind: InstitutionKind }

/** The institutions that may be asked to sign with another one. */
export async function findPossibleCosigners(
  db: Db,
  kinds: readonly InstitutionKind[],
  except: string,
): Promise<PossibleCosigner[]> {
  const rows = await db.institution.findMany({
    where: { kind: { in: [...kinds] }, archivedAt: null, id: { not: except } },
    select: { id: true, kind: true, nameArabic: true, nameLatin: true },
    orderBy: { nameLatin: 'asc' },
  })
  return rows.map((row) => ({ ...row, kind: row.kind as InstitutionKind }))
}
