import 'server-only'
import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { Verdict } from '@/domain/cohort/import/verdict'
import type { Db } from './client'

export type JudgedRow = {
  line: number
  email: string
  nameArabic: string
  nameLatin: string
  function: string | null
  locale: string | null
  verdict: Verdict
  problem: RowProblem | null
}
export type ListRunRow = {
  id: string
  cohortId: string
  byId: string | null
  fileName: string
  encoding: string | null
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

export async function insertListRun(
  db: Db,
  run: { cohortId: string; byId: string; fileName: string; encoding: string },
  rows: readonly JudgedRow[],
  now: Date,
): Promise<string> {
  const { id } = await db.importRun.create({ data: { ...run, createdAt: now }, select: { id: true } })
  await db.importRow.createMany({ data: rows.map((row) => ({ ...row, runId: id })) })
  return id
}

export async function findListRun(db: Db, id: string): Promise<ListRunRow | null> {
  return db.importRun.findUnique({ where: { id } })
}

/** Marks it as begun, once. @returns whether this call did. */
export async function startListRun(db: Db, id: string, now: Date): Promise<boolean> {
  return (await db.importRun.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } })).count === 1
}

export async function endListRun(db: Db, id: string, now: Date): Promise<void> {
  await db.importRun.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })
}

/** Runs that were begun and are not through, the oldest first. */
export async function findOpenRuns(db: Db): Promise<ListRunRow[]> {
  return db.importRun.findMany({ where: { startedAt: { not: null }, endedAt: null }, orderBy: { startedAt: 'asc' } })
}

/** The next rows to take in, by line. */
export async function nextRows(db: Db, runId: string, limit: number): Promise<JudgedRow[]> {
  const rows = await db.importRow.findMany({
    where: { runId, doneAt: null, verdict: { in: ['new', 'existing'] } },
    orderBy: { line: 'asc' },
    take: limit,
    omit: { runId: true, doneAt: true },
  })
  return rows as JudgedRow[]
}

export async function markRowsDone(db: Db, runId: string, lines: readonly number[], now: Date): Promise<void> {
  await db.importRow.updateMany({ where: { runId, line: { in: [...lines] } }, data: { doneAt: now } })
}

export type RunCounts = Record<Verdict, number> & { done: number; lastDoneAt: Date | null }

export async function countRows(db: Db, runId: string): Promise<RunCounts> {
  const rows = await db.$queryRaw<{ verdict: Verdict; rows: bigint; done: bigint; lastDoneAt: Date | null }[]>`
    select verdict, count(*) as rows, count("doneAt") as done, max("doneAt") as "lastDoneAt" from "ImportRow"
    where "runId" = ${runId}::uuid group by verdict`
  const counts: RunCounts = { new: 0, existing: 0, 'already-in': 0, wrong: 0, done: 0, lastDoneAt: null }
  for (const { verdict, rows: all, done, lastDoneAt } of rows) {
    counts[verdict] = Number(all)
    counts.done += Number(done)
    if (lastDoneAt && (!counts.lastDoneAt || lastDoneAt > counts.lastDoneAt)) counts.lastDoneAt = lastDoneAt
  }
  return counts
}

/** Some rows of a run, those that are wrong first; of one verdict only where one is named. */
export async function findRows(
  db: Db,
  runId: string,
  { verdict, skip, limit }: { verdict: Verdict | null; skip: number; limit: number },
): Promise<JudgedRow[]> {
  return db.$queryRaw<JudgedRow[]>`
    select line, email, "nameArabic", "nameLatin", "function", locale, verdict, problem from "ImportRow"
    where "runId" = ${runId}::uuid and (${verdict}::text is null or verdict = ${verdict})
    order by (verdict <> 'wrong'), line limit ${limit} offset ${skip}`
}

/** Which of these e-mails have an account, and which are in the cohort. */
export async function findKnown(db: Db, cohortId: string, emails: readonly string[]) {
  const [accounts, members] = await Promise.all([
    db.account.findMany({ where: { email: { in: [...emails] } }, select: { email: true } }),
    db.cohortMember.findMany({
      where: { cohortId, email: { in: [...emails] } },
      select: { email: true, status: true },
    }),
  ])
  return {
    accounts: new Set(accounts.map(({ email }) => email)),
    members: new Map(members.map(({ email, status }) => [email, status])),
  }
}

/** Lists are kept a month: long enough to answer a question about one. */
export async function dropOldLists(db: Db, before: Date): Promise<void> {
  await db.importRun.deleteMany({ where: { createdAt: { lt: before } } })
}
