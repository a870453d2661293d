import 'server-only'
import type { NamedColumn } from '@/domain/cohort/import/columns'
import { IMPORTED, type Outcome } from '@/domain/cohort/import/outcome'
import type { RowProblem } from '@/domain/cohort/import/read-row'
import type { Verdict } from '@/domain/cohort/import/verdict'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'

export type ValidatedRow = {
  line: number
  email: string
  nameArabic: string
  nameLatin: string
  function: string | null
  institution: string
  locale: string | null
  verdict: Verdict
  problem: RowProblem | null
  /** The outcome of the row; null until it is processed. */
  outcome: Outcome | null
}
export type ImportRunRow = {
  id: string
  cohortId: string
  byId: string | null
  fileName: string
  encoding: string | null
  columns: readonly NamedColumn[]
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

export async function insertImportRun(
  tx: Tx,
  run: { cohortId: string; byId: string; fileName: string; encoding: string; columns: readonly NamedColumn[] },
  rows: readonly Omit<ValidatedRow, 'outcome'>[],
  now: Date,
): Promise<string> {
  const { id } = await tx.importRun.create({ data: { ...run, createdAt: now }, select: { id: true } })
  await insertImportRows(tx, id, rows)
  return id
}

export async function insertImportRows(
  tx: Tx,
  id: string,
  rows: readonly Omit<ValidatedRow, 'outcome'>[],
): Promise<void> {
  // One parameter for all rows: Prisma would block the server for seconds with the parameters of five thousand rows.
  await tx.$executeRaw`
    insert into "ImportRow"
      ("runId", line, email, "nameArabic", "nameLatin", "function", institution, locale, verdict, problem)
    select ${id}::uuid, r.line, r.email, r."nameArabic", r."nameLatin", r."function", r.institution, r.locale, r.verdict, r.problem
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      line int, email text, "nameArabic" text, "nameLatin" text, "function" text, institution text, locale text,
      verdict text, problem text)`
}

export async function findImportRun(db: Db, id: string): Promise<ImportRunRow | null> {
  const row = await db.importRun.findUnique({ where: { id } })
  return row && asRun(row)
}

/** The imports into a cohort, the newest first. */
export async function findImportRuns(db: Db, cohortId: string, limit: number): Promise<ImportRunRow[]> {
  const rows = await db.importRun.findMany({ where: { cohortId }, orderBy: { createdAt: 'desc' }, take: limit })
  return rows.map(asRun)
}

/** Marks the import as started, once. @returns whether this call did. */
export async function markImportStarted(db: Db, id: string, now: Date): Promise<boolean> {
  return (await db.importRun.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } })).count === 1
}

export async function markImportEnded(db: Db, id: string, now: Date): Promise<void> {
  await db.importRun.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })
}

/** Imports that were started and are not finished, the oldest first. */
export async function findOpenImportRuns(db: Db): Promise<ImportRunRow[]> {
  const where = { startedAt: { not: null }, endedAt: null }
  return (await db.importRun.findMany({ where, orderBy: { startedAt: 'asc' } })).map(asRun)
}

function asRun<Row extends { columns: unknown }>(row: Row) {
  return { ...row, columns: row.columns as NamedColumn[] }
}

/** The next rows to import, by line. */
export async function nextRows(db: Db, runId: string, limit: number): Promise<ValidatedRow[]> {
  const rows = await db.importRow.findMany({
    where: { runId, doneAt: null, verdict: { in: ['new', 'existing'] } },
    orderBy: { line: 'asc' },
    take: limit,
    omit: { runId: true, doneAt: true },
  })
  return rows as ValidatedRow[]
}

export async function markRowsDone(
  sql: Sql,
  runId: string,
  rows: readonly { line: number; outcome: Outcome }[],
  now: Date,
): Promise<void> {
  const [lines, outcomes] = [rows.map(({ line }) => line), rows.map(({ outcome }) => outcome)]
  await sql.$executeRaw`
    update "ImportRow" r set "doneAt" = ${now}, outcome = made.outcome
    from unnest(${lines}::int[], ${outcomes}::text[]) as made(line, outcome)
    where r."runId" = ${runId}::uuid and r.line = made.line`
}

/** `done`: processed rows; `left`: those of them that were not imported. */
export type RunCounts = Record<Verdict, number> & { done: number; left: number; lastDoneAt: Date | null }

type Counted = { verdict: Verdict; rows: bigint; done: bigint; left: bigint; lastDoneAt: Date | null }

export async function countRows(sql: Sql, runId: string): Promise<RunCounts> {
  const rows = await sql.$queryRaw<Counted[]>`
    select verdict, count(*) as rows, count("doneAt") as done, max("doneAt") as "lastDoneAt",
      count(outcome) filter (where outcome <> all(${[...IMPORTED]}::text[])) as left
    from "ImportRow"
    where "runId" = ${runId}::uuid group by verdict`
  const counts: RunCounts = { new: 0, existing: 0, 'already-in': 0, wrong: 0, done: 0, left: 0, lastDoneAt: null }
  for (const { verdict, rows: all, done, left, lastDoneAt } of rows) {
    counts[verdict] = Number(all)
    counts.done += Number(done)
    counts.left += Number(left)
    if (lastDoneAt && (!counts.lastDoneAt || lastDoneAt > counts.lastDoneAt)) counts.lastDoneAt = lastDoneAt
  }
  return counts
}

/**
 * One page of the rows of an import, rows with errors or not imported first; if a verdict is given, only rows with it.
 */
export async function findRows(
  sql: Sql,
  runId: string,
  { verdict, skip, limit }: { verdict: Verdict | null; skip: number; limit: number },
): Promise<ValidatedRow[]> {
  return sql.$queryRaw<ValidatedRow[]>`
    select line, email, "nameArabic", "nameLatin", "function", institution, locale, verdict, problem, outcome
    from "ImportRow"
    where "runId" = ${runId}::uuid and (${verdict}::text is null or verdict = ${verdict})
    order by (verdict <> 'wrong' and coalesce(outcome = any(${[...IMPORTED]}::text[]), true)), line limit ${limit} offset ${skip}`
}

/** The first person of an import, or the first row if all rows have a problem. */
export async function findFirstRow(db: Db, runId: string): Promise<ValidatedRow | null> {
  const first = (where: { runId: string; problem?: null }) =>
    db.importRow.findFirst({ where, orderBy: { line: 'asc' }, omit: { runId: true, doneAt: true } })
  return ((await first({ runId, problem: null })) ?? (await first({ runId }))) as ValidatedRow | null
}

/**
 * The rows that can be corrected one by one: rows that are wrong, and rows that were left out by hand. Rows that were
 * left out because of a value are not among them.
 */
export async function findMendable(
  db: Db,
  runId: string,
  { byHand, limit }: { byHand: readonly number[]; limit: number },
): Promise<{ rows: ValidatedRow[]; wrong: number }> {
  // An unknown language is corrected once for all rows that have it.
  const wrong = { verdict: 'wrong', problem: { notIn: ['aside', 'locale'] } }
  const where = { runId, OR: [wrong, { problem: 'aside', line: { in: [...byHand] } }] }
  const [rows, count] = await Promise.all([
    db.importRow.findMany({ where, orderBy: { line: 'asc' }, take: limit, omit: { runId: true, doneAt: true } }),
    db.importRow.count({ where }),
  ])
  return { rows: rows as ValidatedRow[], wrong: count }
}

/** How many rows have each problem. */
export async function countProblems(sql: Sql, runId: string): Promise<{ problem: RowProblem; rows: number }[]> {
  const rows = await sql.$queryRaw<{ problem: RowProblem; rows: bigint }[]>`
    select problem, count(*) as rows from "ImportRow" where "runId" = ${runId}::uuid and problem is not null
    group by problem order by count(*) desc, problem`
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }))
}

/** The rows that are left out or were not imported, by line. */
export async function findLeftRows(sql: Sql, runId: string): Promise<Pick<ValidatedRow, LeftFields>[]> {
  return sql.$queryRaw`
    select line, email, problem, outcome from "ImportRow"
    where "runId" = ${runId}::uuid and (verdict = 'wrong' or outcome <> all(${[...IMPORTED]}::text[]))
    order by line`
}
type LeftFields = 'line' | 'email' | 'problem' | 'outcome'

/** The line of the first row that comes after `place` rows to import; null if there is none. */
export async function lineOfRow(db: Db, runId: string, place: number): Promise<number | null> {
  const where = { runId, verdict: { in: ['new', 'existing'] } }
  const row = await db.importRow.findFirst({ where, orderBy: { line: 'asc' }, skip: place, select: { line: true } })
  return row?.line ?? null
}

/** The first rows that an import would add. */
export async function findToInvite(db: Db, runId: string, limit: number) {
  return db.importRow.findMany({
    where: { runId, verdict: { in: ['new', 'existing'] } },
    orderBy: { line: 'asc' },
    take: limit,
    select: { email: true, nameArabic: true, nameLatin: true, locale: true },
  })
}

/** The number of rows that an import would add without a full name: with none, or with one word alone. */
export async function countWithoutFullName(sql: Sql, runId: string): Promise<number> {
  const [row] = await sql.$queryRaw<{ rows: number }[]>`
    select count(*)::int as rows from "ImportRow"
    where "runId" = ${runId}::uuid and verdict in ('new', 'existing')
      and strpos(trim("nameArabic"), ' ') = 0 and strpos(trim("nameLatin"), ' ') = 0`
  return row?.rows ?? 0
}

/** Which of these e-mails have an account, and which are in the cohort. */
export async function findKnown(sql: Sql, cohortId: string, emails: readonly string[]) {
  const [accounts, members] = await Promise.all([
    sql.$queryRaw<{ email: string }[]>`select email from "Account" where email = any(${[...emails]}::text[])`,
    sql.$queryRaw<{ email: string; status: string }[]>`
      select email, status from "CohortMember"
      where "cohortId" = ${cohortId}::uuid and email = any(${[...emails]}::text[])`,
  ])
  return {
    accounts: new Set(accounts.map(({ email }) => email)),
    members: new Map(members.map(({ email, status }) => [email, status])),
  }
}
