import 'server-only'
import type { Client, Db } from '../client'
import type { Sql } from '../sql'

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
const REVIEWER = { scope: true, signer: true, grantedAt: true } as const
const NAMES = { nameArabic: true, nameLatin: true } as const

export type StoredSignature = Awaited<ReturnType<typeof listUnwrittenSignatures>>[number]
export type AcceptedProposal = Awaited<ReturnType<typeof listAcceptedProposals>>[number]

/** An arbitrary number that no other advisory lock of this database has. */
const EXPORT_LOCK = 4_481_448_140

/** False if another export is at work. The lock is held until the transaction ends. */
export async function lockExport(sql: Sql): Promise<boolean> {
  const [row] = await sql.$queryRaw<{ locked: boolean }[]>`SELECT pg_try_advisory_xact_lock(${EXPORT_LOCK}) AS locked`
  return row?.locked ?? false
}

/** Keeps exports from beginning until the transaction ends. @returns false if one is running. */
export async function holdOffExport(sql: Sql): Promise<boolean> {
  const [row] = await sql.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(${EXPORT_LOCK}) AS locked`
  return row?.locked ?? false
}

/**
 * Sends a query in the transaction of the lock, so that the database does not take it for idle. @throws if the lock is
 * lost.
 */
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

/** The signatures that were withdrawn after they had been written into a ledger. */
export function listWithdrawnSignatures(db: Db) {
  return db.editorialSignature.findMany({
    where: { exportedAt: { not: null }, withdrawnAt: { not: null } },
    select: LINE,
    orderBy: [{ signedAt: 'asc' }, { id: 'asc' }],
  })
}

/** Stores which signatures the ledgers contain now: `written` are in a ledger, `out` no longer are. */
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

/** In the order in which they were accepted, with the names of people, which must not appear in a file. */
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
      acceptedAt: true,
      proposedBy: { select: NAMES },
      acceptedBy: { select: { ...NAMES, roles: { where: { role: 'reviewer' }, select: REVIEWER } } },
    },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  })
}

/**
 * The proposals that were rejected after they had been accepted. They may be in a commit all the same, if an export was
 * stopped before it stored the commit.
 */
export async function listRejectedAfterAcceptance(db: Db): Promise<string[]> {
  const rows = await db.editorialProposal.findMany({
    where: { state: 'rejected', acceptedAt: { not: null } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** @param commit null if the files contained the wording before. */
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
