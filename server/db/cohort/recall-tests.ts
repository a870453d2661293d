import 'server-only'
import type { RecallForm, Window } from '@/domain/cohort/recall'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'
import type { InCourse } from './cohort-tests'

/** `releaseId`: the release that it was drawn from. A correction does not change it. */
export type RecallRow = Window & { form: RecallForm; releaseId: string; questions: readonly DrawnQuestion[] }

/** @returns false if the course has this test already. */
export async function insertRecall(
  db: Db,
  { cohortId, courseId }: InCourse,
  row: RecallRow,
  now: Date,
): Promise<boolean> {
  const { questions, ...rest } = row
  const { count } = await db.recallTest.createMany({
    data: [{ cohortId, courseId, ...rest, drawnAt: now, questions: questions.map((question) => ({ ...question })) }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function findRecall(
  db: Db,
  { cohortId, courseId }: InCourse,
  form: RecallForm,
): Promise<RecallRow | null> {
  const row = await db.recallTest.findUnique({ where: { cohortId_courseId_form: { cohortId, courseId, form } } })
  if (!row) return null
  const { releaseId, opensAt, closesAt, questions } = row
  return { form, releaseId, opensAt, closesAt, questions: questions as DrawnQuestion[] }
}

/**
 * Condition for an attempt `x` at an exam and a test `r`: the attempt is the first exam of the course that the person
 * handed in, she began it in the cohort of the test, and handed it in before the test opened. Where she went afterwards
 * does not matter, so nobody can move people into a test or out of it.
 */
const IS_ASKED = Prisma.sql`x."cohortId" = r."cohortId" and x."handedInAt" < r."opensAt"
  and exists (select 1 from "Enrolment" n where n.id = x."enrolmentId" and n."courseId" = r."courseId") and not exists (
  select 1 from "Attempt" y
  where y."enrolmentId" = x."enrolmentId" and y.number < x.number and y."handedInAt" is not null)`

/** True if the person is asked to take the test: `IS_ASKED` says who is. */
export async function isAskedRecall(
  sql: Sql,
  { cohortId, courseId }: InCourse,
  form: RecallForm,
  accountId: string,
): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "RecallTest" r join "Attempt" x on ${IS_ASKED} join "Enrolment" e on e.id = x."enrolmentId"
    where r."cohortId" = ${cohortId}::uuid and r."courseId" = ${courseId} and r.form = ${form}
      and e."accountId" = ${accountId}::uuid`
  return rows.length > 0
}

/**
 * The number of people who are asked to take the test. It leaves out everyone who has ever been staff of the
 * institution, as `findTestsTaken` does.
 */
export async function countAskedRecall(sql: Sql, { cohortId, courseId }: InCourse, form: RecallForm): Promise<number> {
  const [row] = await sql.$queryRaw<{ people: number }[]>`
    select count(distinct e."accountId")::int as people
    from "RecallTest" r join "Attempt" x on ${IS_ASKED} join "Enrolment" e on e.id = x."enrolmentId"
      join "Cohort" c on c.id = r."cohortId"
    where r."cohortId" = ${cohortId}::uuid and r."courseId" = ${courseId} and r.form = ${form} and not exists (
      select 1 from "Role" o where o."accountId" = e."accountId" and o."institutionId" = c."institutionId"
        and o.role in ('tutor', 'administrator'))`
  return row?.people ?? 0
}

export type OpenRecall = InCourse & { cohort: string; form: RecallForm; closesAt: Date }

/** The tests that are open and that the person has not handed in, the one that closes first coming first. */
export async function findOpenRecalls(sql: Sql, accountId: string, now: Date): Promise<OpenRecall[]> {
  return sql.$queryRaw<OpenRecall[]>`
    select r."cohortId", r."courseId", c.name as cohort, r.form, r."closesAt"
    from "Enrolment" e join "Attempt" x on x."enrolmentId" = e.id
      join "RecallTest" r on ${IS_ASKED} join "Cohort" c on c.id = r."cohortId"
    where e."accountId" = ${accountId}::uuid and r."opensAt" <= ${now} and r."closesAt" > ${now}
      and not exists (select 1 from "TestSitting" s where s."cohortId" = r."cohortId" and s."courseId" = r."courseId"
        and s.form = r.form
        and s."accountId" = e."accountId" and s."handedInAt" is not null)
    order by r."closesAt"`
}

/**
 * The courses of cohorts that ended within these days (both included), with people to ask and without a test of this
 * form.
 */
export async function cohortsToAsk(
  sql: Sql,
  form: RecallForm,
  ended: { from: string; to: string },
  zone: string,
): Promise<InCourse[]> {
  return sql.$queryRaw<InCourse[]>`
    select p."cohortId", p."courseId" from "Cohort" c join "CohortCourse" p on p."cohortId" = c.id
    where least(c."endsOn", (c."archivedAt" at time zone ${zone})::date) between ${ended.from}::date and ${ended.to}::date
      and exists (select 1 from "Attempt" x join "Enrolment" e on e.id = x."enrolmentId"
        where x."cohortId" = c.id and e."courseId" = p."courseId" and x."handedInAt" is not null)
      and not exists (select 1 from "RecallTest" r
        where r."cohortId" = c.id and r."courseId" = p."courseId" and r.form = ${form})
    order by c.id, p.position`
}

/** A person who has not had the letter about a test that opened lately. */
export type RecallReader = {
  accountId: string
  email: string
  nameArabic: string
  nameLatin: string
  locale: string
  cohortId: string
  courseId: string
  cohort: string
  closesAt: Date
}

/**
 * The next people who are asked to take a test that opened after a moment, who want letters of review, and who have
 * neither answered nor had a letter since it opened. If they have several tests, the one that closes first. One
 * statement, whatever their number.
 *
 * @param page people after this account, in the order of their ids.
 */
export async function findRecallReaders(
  sql: Sql,
  { openedAfter, now }: { openedAfter: Date; now: Date },
  page: { after: string; limit: number },
): Promise<RecallReader[]> {
  return sql.$queryRaw<RecallReader[]>`
    select distinct on (a.id) a.id as "accountId", a.email, a."nameArabic", a."nameLatin", a.locale, r."cohortId",
      r."courseId", c.name as cohort, r."closesAt"
    from "RecallTest" r join "Attempt" x on ${IS_ASKED} join "Enrolment" e on e.id = x."enrolmentId"
      join "Account" a on a.id = e."accountId" join "LetterChoice" l on l."accountId" = a.id and l.reviews
      join "Cohort" c on c.id = r."cohortId"
    where r."opensAt" > ${openedAfter} and r."opensAt" <= ${now} and a.id > ${page.after}::uuid
      and not exists (select 1 from "TestSitting" s where s."cohortId" = r."cohortId" and s."courseId" = r."courseId"
        and s.form = r.form
        and s."accountId" = a.id and s."handedInAt" is not null)
      and not exists (select 1 from "Mail" m where m."accountId" = a.id and m.kind = 'recall'
        and m."createdAt" >= r."opensAt")
    order by a.id, r."closesAt" limit ${page.limit}`
}
