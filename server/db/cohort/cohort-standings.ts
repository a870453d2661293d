import 'server-only'
import type { Standing } from '@/domain/desk/standing'
import { Prisma } from '@/generated/prisma/client'
import { REACHABLE, wantsReminders } from '../account/letter-choices'
import { isCounted } from '../exam/regrades'
import type { Sql } from '../sql'
import { enrolledSince, isShown } from './shown-from'

export type StandingRow = { cohortId: string; countedAt: Date; basis: string; figures: Standing }
export type StandingProgressRow = {
  cohortId: string
  courseId: string
  memberId: string
  reachable: boolean
  lastActiveMs: number
  /** Ids separated by spaces. */
  doneLessons: string | null
  /** Those that she has handed in, without any that was given back. */
  attempts: number
  passed: boolean
  certified: boolean
  remindedAt: Date | null
}

export async function findStandingRows(sql: Sql, cohortIds: readonly string[]): Promise<StandingRow[]> {
  return sql.$queryRaw<StandingRow[]>`
    select "cohortId", "countedAt", basis, figures from "CohortStanding" where "cohortId" = any(${[...cohortIds]}::uuid[])`
}

/** Stores standings; a cohort that was deleted in the meantime is left out. */
export async function saveStandings(sql: Sql, rows: readonly StandingRow[]): Promise<void> {
  await sql.$executeRaw`
    insert into "CohortStanding" ("cohortId", "countedAt", basis, figures)
    select n."cohortId", n."countedAt", n.basis, n.figures
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n("cohortId" uuid, "countedAt" timestamptz, basis text, figures jsonb)
    where exists (select 1 from "Cohort" c where c.id = n."cohortId")
    on conflict ("cohortId") do update
      set "countedAt" = excluded."countedAt", basis = excluded.basis, figures = excluded.figures`
}

/** Deletes the standings of these members' cohorts, so that they are counted again. */
export async function forgetStandingsOf(sql: Sql, memberIds: readonly string[]): Promise<void> {
  await sql.$executeRaw`
    delete from "CohortStanding" where "cohortId" in (
      select "cohortId" from "CohortMember" where id = any(${[...memberIds]}::uuid[]))`
}

/**
 * The progress of all participants of these cohorts, in each of these courses. It is one query; like `findProgress`, it
 * reads each table once, and joins what it has read by full joins.
 */
export async function findStandingProgress(
  sql: Sql,
  courses: readonly { cohortId: string; courseId: string }[],
): Promise<StandingProgressRow[]> {
  const [cohortIds, courseIds] = [courses.map(({ cohortId }) => cohortId), courses.map(({ courseId }) => courseId)]
  const [f, p] = [Prisma.sql`f`, Prisma.sql`p`]
  return sql.$queryRaw<StandingProgressRow[]>`
    with k as (
      select * from unnest(${cohortIds}::uuid[], ${courseIds}::text[]) as k("cohortId", "courseId")
    ), m as materialized (
      select id, "accountId", "cohortId", "shownFrom" from "CohortMember"
      where "cohortId" = any(${cohortIds}::uuid[]) and status = 'active' and "accountId" is not null
    ), a as materialized (
      select id, ${REACHABLE} and ${wantsReminders(Prisma.sql`"Account".id`)} as reachable
      from "Account" where id = any(array(select "accountId" from m))
    ), f as materialized (
      select id, "accountId", "courseId", "enrolledAt" from "Enrolment"
      where "accountId" = any(array(select "accountId" from m)) and "courseId" = any(${courseIds}::text[])
    ), b as materialized (
      select m.id as "memberId", m."accountId", m."cohortId", m."shownFrom", k."courseId"
      from m join k on k."cohortId" = m."cohortId"
    ), of_b as materialized (
      select f.*, b."memberId", b."cohortId", b."shownFrom"
      from b full join f on f."accountId" = b."accountId" and f."courseId" = b."courseId"
    ), e as materialized (
      select *, case when shown then id end as "shownId", case when shown then "accountId" end as "shownTo" from (
        select f.id, f."accountId", f."courseId", f."memberId", ${enrolledSince(f, p, f)} as "enrolledAt",
          ${isShown(f, p, f)} as shown
        from of_b f join "CohortCourse" p on p."cohortId" = f."cohortId" and p."courseId" = f."courseId") x
    ), l as materialized (
      select "enrolmentId", max("readAt") as "readAt",
        string_agg("lessonId", ' ') filter (where "completedAt" is not null) as done
      from "LessonState" where "enrolmentId" = any(array(select id from f)) group by 1
    ), t as materialized (
      select x."enrolmentId", count(*) filter (where ${isCounted(Prisma.sql`x`)}) as attempts,
        bool_or(x.passed) as passed, max(coalesce(x."handedInAt", x."startedAt")) as "lastAt"
      from "Attempt" x where x."enrolmentId" = any(array(select id from f)) group by 1
    ), c as materialized (
      select distinct k."accountId", k."courseId" from "Certificate" k
      where k."accountId" = any(array(select "accountId" from m)) and k."courseId" = any(${courseIds}::text[])
        and k."revokedAt" is null and not exists (select 1 from "Certificate" n where n."supersedesId" = k.id)
    ), r as materialized (
      select "memberId", max(at) as at from "Reminder" where "memberId" = any(array(select id from m)) group by 1
    ), joined as materialized (
      select b."cohortId", b."courseId", b."memberId", a.reachable,
        coalesce(extract(epoch from greatest(e."enrolledAt", l."readAt", t."lastAt")) * 1000, 0)::float8
          as "lastActiveMs",
        l.done as "doneLessons", coalesce(t.attempts, 0)::int as attempts, coalesce(t.passed, false) as passed,
        c."accountId" is not null as certified, r.at as "remindedAt"
      from b full join a on a.id = b."accountId"
        full join e on e."memberId" = b."memberId" and e."courseId" = b."courseId"
        full join l on l."enrolmentId" = e."shownId"
        full join t on t."enrolmentId" = e."shownId"
        full join c on c."accountId" = e."shownTo" and c."courseId" = e."courseId"
        full join r on r."memberId" = b."memberId"
    )
    select * from joined where "memberId" is not null`
}
