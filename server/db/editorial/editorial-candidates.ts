import 'server-only'
import type { Client, Db } from '../client'

/** A file of a candidate that differs from the file here. `text`: null if the candidate has no such file. */
export type CandidateFile = { path: string; text: string | null }
export type OpenCandidate = { id: string; source: string; openedAt: Date }

export function findOpenCandidate(db: Db): Promise<OpenCandidate | null> {
  return db.editorialCandidate.findFirst({
    where: { closedAt: null },
    select: { id: true, source: true, openedAt: true },
    orderBy: { openedAt: 'desc' },
  })
}

export async function findCandidateFiles(db: Db, id: string): Promise<CandidateFile[]> {
  const row = await db.editorialCandidate.findUnique({ where: { id }, select: { files: true } })
  return (row?.files ?? []) as CandidateFile[]
}

/** Opens a candidate in place of the one that is open. */
export async function insertCandidate(
  db: Client,
  { source, files }: { source: string; files: readonly CandidateFile[] },
  now: Date,
): Promise<void> {
  await db.$transaction([
    db.editorialCandidate.updateMany({ where: { closedAt: null }, data: { closedAt: now } }),
    db.editorialCandidate.create({ data: { source, files: [...files], openedAt: now } }),
  ])
}

/** @returns false if none was open. */
export async function closeCandidates(db: Db, now: Date): Promise<boolean> {
  const { count } = await db.editorialCandidate.updateMany({ where: { closedAt: null }, data: { closedAt: now } })
  return count > 0
}
