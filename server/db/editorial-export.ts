import 'server-only'
import type { Client, Db } from './client'
import type { Sql } from './sql'

const LINE = {
  id: true,
  kind: true,
  textId: true,
  language: true,
  area: true,
  hash: true,
  signedAt: true,
  signer: true,
  function: true,
  body: true,
} as const
const NAMES = { nameArabic: true, nameLatin: true } as const

export type StoredSignature = Awaited<ReturnType<typeof listUnwrittenSignatures>>[number]
export type AcceptedProposal = Awaited<ReturnType<typeof listAcceptedProposals>>[number]

/** Any number: no other lock of this database has it. */
const EXPORT_LOCK = 4_481_448_140

/** False if another export is at work. The lock is held until the transaction ends. */
export async function lockExport(sql: Sql): Promise<boolean> {
  const [row] = await sql.$queryRaw<{ locked: boolean }[]>`SELECT pg_try_advisory_xact_lock(${EXPORT_LOCK}) AS locked`
  return row?.locked ?? false
}

/** False if an export is at work. None begins until the transaction ends. */
export async function holdOffExport(sql: Sql): Promise<boolean> {
  const [row] = await sql.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(${EXPORT_LOCK}) AS locked`
  return row?.locked ?? false
}

/** Lets the database see that the transaction of the lock is at work. @throws if the lock is lost. */
export async function keepExportLock(sql: Sql): Promise<void> {
  await sql.$queryRaw`SELECT 1 AS alive`
}

export function listUnwrittenSignatures(db: Db) {
  return db.editorialSignature.findMany({
    where: { exportedAt: null, withdrawnAt: null },
    select: LINE,
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  })
}

/** Those that were taken back after they had been written into a ledger. */
export function listWithdrawnSignatures(db: Db) {
  return db.editorialSignature.findMany({
    where: { exportedAt: { not: null }, withdrawnAt: { not: null } },
    select: LINE,
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  })
}

/** Notes what a ledger holds now: `written` stand in it, `out` no longer do. */
export async function noteLedger(
  db: Client,
  { written, out }: { written: readonly string[]; out: readonly string[] },
  now: Date,
): Promise<void> {
  await db.$transaction([
    db.editorialSignature.updateMany({ where: { id: { in: [...written] } }, data: { exportedAt: now } }),
    db.editorialSignature.updateMany({ where: { id: { in: [...out] } }, data: { exportedAt: null } }),
  ])
}

/** In the order in which they were accepted, with the names that may not go into a file. */
export function listAcceptedProposals(db: Db) {
  return db.editorialProposal.findMany({
    where: { state: 'accepted' },
    select: {
      id: true,
      kind: true,
      textId: true,
      summary: true,
      reason: true,
      files: true,
      signer: true,
      function: true,
      body: true,
      proposedBy: { select: NAMES },
      decidedBy: { select: NAMES },
    },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  })
}

/**
 * Those that were rejected after they had been accepted, and may stand in a commit all the same: an export may have been
 * stopped before it was noted.
 */
export async function listRejectedAfterAcceptance(db: Db): Promise<string[]> {
  const rows = await db.editorialProposal.findMany({
    where: { state: 'rejected', acceptedAt: { not: null } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** `commit`: null if the files said so before. */
export async function noteExported(db: Db, ids: readonly string[], commit: string | null): Promise<void> {
  await db.editorialProposal.updateMany({
    where: { id: { in: [...ids] }, state: { in: ['accepted', 'rejected'] } },
    data: { state: 'exported', commit },
  })
}

export async function noteConflict(db: Db, ids: readonly string[]): Promise<void> {
  await db.editorialProposal.updateMany({
    where: { id: { in: [...ids] }, state: 'accepted' },
    data: { state: 'conflict' },
  })
}
