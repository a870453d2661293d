import 'server-only'
import type { ErrorPlace } from '@/domain/error-report/asked-place'
import type { ErrorKind, ErrorOutcome, ReportState } from '@/domain/error-report/error-report'
import type { Locale } from '@/domain/locale'
import { type ErrorReport, Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

/** Without the reporter: the staff answer without knowing who she is. */
export type ErrorReportRow = Omit<
  ErrorReport,
  'accountId' | 'place' | 'locale' | 'kind' | 'outcome' | 'answeredById'
> & {
  place: ErrorPlace
  locale: Locale
  kind: ErrorKind
  outcome: ErrorOutcome | null
  /** The report was sent from an account, which gets the answer. */
  hasReporter: boolean
  /** The reporter is sitting the exam of the course: an answer about one of its questions has to wait. */
  inExam: boolean
}
export type NewErrorReport = Omit<ErrorReport, 'outcome' | 'answer' | 'answeredAt' | 'answeredById' | 'sameAsId'> & {
  place: ErrorPlace
}
export type ReportFilter = { state: ReportState | null; courseId: string | null }

/** @returns false if the form was sent before. */
export async function insertErrorReport(db: Db, row: NewErrorReport): Promise<boolean> {
  return (await db.errorReport.createMany({ data: [row], skipDuplicates: true })).count === 1
}

/** Whether this report exists with the same text. */
export async function hasErrorReport(
  db: Db,
  report: Pick<NewErrorReport, 'id' | 'part' | 'kind' | 'text'>,
): Promise<boolean> {
  return (await db.errorReport.count({ where: report })) > 0
}

const OPEN = Prisma.sql`(r.outcome is null or r.outcome = 'will-check')`

const COLUMNS = Prisma.sql`r.id, r."reportedAt", r.locale, r.place, r.path, r."courseId", r."releaseId", r."lessonId",
  r.part, r."passageHash", r.passage, r.kind, r.text, r.outcome, r.answer, r."answeredAt", r."sameAsId",
  r."accountId" is not null as "hasReporter",
  r.place = 'exam' and exists (
    select 1 from "Enrolment" e join "Attempt" a on a."enrolmentId" = e.id
    where e."accountId" = r."accountId" and e."courseId" = r."courseId" and a."handedInAt" is null) as "inExam"`

function fits({ state, courseId }: ReportFilter): Prisma.Sql {
  const inState = state === null ? Prisma.sql`true` : state === 'open' ? OPEN : Prisma.sql`not ${OPEN}`
  return Prisma.sql`${inState} and (${courseId}::text is null or r."courseId" = ${courseId})`
}

/** One page of the reports, the newest first. */
export async function findErrorReports(
  sql: Sql,
  filter: ReportFilter,
  { from, limit }: { from: number; limit: number },
): Promise<ErrorReportRow[]> {
  return sql.$queryRaw<ErrorReportRow[]>`
    select ${COLUMNS} from "ErrorReport" r where ${fits(filter)}
    order by r."reportedAt" desc, r.id limit ${limit} offset ${from}`
}

/** How many reports wait, and how many are answered. */
export async function countErrorReports(sql: Sql, courseId: string | null): Promise<Record<ReportState, number>> {
  const rows = await sql.$queryRaw<Record<ReportState, number>[]>`
    select count(*) filter (where ${OPEN})::int as open, count(*) filter (where not ${OPEN})::int as answered
    from "ErrorReport" r where ${fits({ state: null, courseId })}`
  return rows[0] ?? { open: 0, answered: 0 }
}

/** The courses that reports are about. */
export async function findReportedCourses(sql: Sql): Promise<string[]> {
  const rows = await sql.$queryRaw<{ courseId: string }[]>`
    select distinct "courseId" from "ErrorReport" where "courseId" is not null order by 1`
  return rows.map(({ courseId }) => courseId)
}

export async function findErrorReport(sql: Sql, id: string): Promise<ErrorReportRow | null> {
  const rows = await sql.$queryRaw<ErrorReportRow[]>`
    select ${COLUMNS} from "ErrorReport" r where r.id = ${id}::uuid`
  return rows[0] ?? null
}

/**
 * The other reports about the same passage, question, entry or page that wait for an answer, the oldest first. The
 * address of an exam question is not compared, since it differs for each person.
 */
export async function findSameReports(
  sql: Sql,
  { id, place, courseId, path, part }: Pick<ErrorReportRow, 'id' | 'place' | 'courseId' | 'path' | 'part'>,
  limit: number,
): Promise<ErrorReportRow[]> {
  return sql.$queryRaw<ErrorReportRow[]>`
    select ${COLUMNS} from "ErrorReport" r
    where r.place = ${place} and (r.path = ${path} or r.place = 'exam')
      and r."courseId" is not distinct from ${courseId} and r.part is not distinct from ${part}
      and r.id <> ${id}::uuid and ${OPEN}
    order by r."reportedAt", r.id limit ${limit}`
}

/** Locks reports until the transaction ends, so that two people do not answer at once. */
export async function lockErrorReports(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.$queryRaw`select id from "ErrorReport" where id = any(${[...ids]}::uuid[]) order by id for update`
}

export type ErrorAnswerRow = Pick<ErrorReport, 'answer' | 'answeredAt' | 'answeredById' | 'sameAsId'> & {
  outcome: ErrorOutcome
}

export async function storeErrorAnswer(db: Db, ids: readonly string[], answer: ErrorAnswerRow): Promise<void> {
  await db.errorReport.updateMany({ where: { id: { in: [...ids] } }, data: answer })
}

export type Reporter = { reportId: string; accountId: string; email: string; locale: string } & {
  nameArabic: string
  nameLatin: string
}

/** The people who get the answers to reports, if a letter can reach them. */
export async function findReporters(sql: Sql, ids: readonly string[]): Promise<Reporter[]> {
  return sql.$queryRaw<Reporter[]>`
    select r.id as "reportId", a.id as "accountId", a.email, a.locale, a."nameArabic", a."nameLatin"
    from "ErrorReport" r join "Account" a on a.id = r."accountId"
    where r.id = any(${[...ids]}::uuid[]) and a."emailConfirmedAt" is not null and a."disabledAt" is null
    order by r.id`
}
