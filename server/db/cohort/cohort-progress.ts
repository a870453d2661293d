import 'server-only'
import type { Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import { REACHABLE, wantsReminders } from '../account/letter-choices'
import { isCounted } from '../exam/regrades'
import type { Sql } from '../sql'
import { enrolledSince, isShown } from './shown-from'

/** The progress of one person in a cohort. No column contains an answer. */
export type ProgressRow = {
  memberId: string
  /** False if no reminder reaches her: her account is unconfirmed or disabled, or she wants none. */
  reachable: boolean
  /**
   * When she last read or answered, or else when she was enrolled. In milliseconds, since a number is cheaper than a
   * date.
   */
  lastActiveMs: number
  /** Ids separated by spaces. */
  doneLessons: string | null
  /** Those that she has handed in, without any that was given back. */
  attempts: number
  passed: boolean
  certified: boolean
  remindedAt: Date | null
}

/**
 * Everyone who takes part, by name, in one query whatever their number. Names are fetched only for the people shown.
 * Each table is queried once for all of them, by an index: looking the same rows up person by person takes the database
 * more than twice as long. Without the lists of ids, the join would scan and hash the tables of the whole country.
 *
 * The planner cannot know how many people there are, and takes these lists for one row each. A left join it would then
 * do by comparing each row with each; a full join it can only do by hashing or sorting. Rows of nobody, which a full join
 * may add, are left out at the end, behind a materialised list: otherwise the planner would see a left join in it again.
 *
 * `shown`: see `isShown`.
 *
 * @param memberIds only these people.
 */
export async function findProgress(
  sql: Sql,
  cohortId: string,
  courseId: string,
  memberIds?: readonly string[],
): Promise<ProgressRow[]> {
  const only = memberIds ? Prisma.sql`and id = any(${[...memberIds]}::uuid[])` : Prisma.empty
  const [f, p] = [Prisma.sql`f`, Prisma.sql`p`]
  return sql.$queryRaw<ProgressRow[]>`
    with m as materialized (
      select id, "accountId", "shownFrom" from "CohortMember"
      where "cohortId" = ${cohortId}::uuid and status = 'active' and "accountId" is not null ${only}
    ), a as materialized (
      select id, "nameLatin", ${REACHABLE} and ${wantsReminders(Prisma.sql`"Account".id`)} as reachable
      from "Account" where id = any(array(select "accountId" from m))
    ), f as materialized (
      select id, "accountId", "courseId", "enrolledAt" from "Enrolment"
      where "accountId" = any(array(select "accountId" from m)) and "courseId" = ${courseId}
    ), of_m as materialized (
      select f.*, m.id as "memberId", m."shownFrom" from m full join f on f."accountId" = m."accountId"
    ), e as materialized (
      select *, case when shown then id end as "shownId", case when shown then "accountId" end as "shownTo" from (
        select f.id, f."accountId", f."memberId", ${enrolledSince(f, p, f)} as "enrolledAt", ${isShown(f, p, f)} as shown
        from of_m f join "CohortCourse" p on p."cohortId" = ${cohortId}::uuid and p."courseId" = f."courseId") x
    ), l as materialized (
      select "enrolmentId", max("readAt") as "readAt",
        string_agg("lessonId", ' ') filter (where "completedAt" is not null) as done
      from "LessonState" where "enrolmentId" = any(array(select id from e)) group by 1
    ), t as materialized (
      select x."enrolmentId", count(*) filter (where ${isCounted(Prisma.sql`x`)}) as attempts,
        bool_or(x.passed) as passed, max(coalesce(x."handedInAt", x."startedAt")) as "lastAt"
      from "Attempt" x where x."enrolmentId" = any(array(select id from e)) group by 1
    ), c as materialized (
      select distinct k."accountId" from "Certificate" k
      where k."accountId" = any(array(select "accountId" from m)) and k."courseId" = ${courseId}
        and k."revokedAt" is null and not exists (select 1 from "Certificate" n where n."supersedesId" = k.id)
    ), r as materialized (
      select "memberId", max(at) as at from "Reminder" where "memberId" = any(array(select id from m)) group by 1
    ), joined as materialized (
      select m.id as "memberId", a."nameLatin", a.reachable,
        coalesce(extract(epoch from greatest(e."enrolledAt", l."readAt", t."lastAt")) * 1000, 0)::float8
          as "lastActiveMs",
        l.done as "doneLessons", coalesce(t.attempts, 0)::int as attempts, coalesce(t.passed, false) as passed,
        c."accountId" is not null as certified, r.at as "remindedAt"
      from m full join a on a.id = m."accountId"
        full join e on e."memberId" = m.id
        full join l on l."enrolmentId" = e."shownId"
        full join t on t."enrolmentId" = e."shownId"
        full join c on c."accountId" = e."shownTo"
        full join r on r."memberId" = m.id
    )
    select "memberId", reachable, "lastActiveMs", "doneLessons", attempts, passed, certified, "remindedAt"
    from joined where "memberId" is not null order by "nameLatin", "memberId"`
}

export type ParticipantRow = {
  memberId: string
  accountId: string
  nameArabic: string
  nameLatin: string
  locale: Locale
  /** Her e-mail address; null if her account is unconfirmed or disabled. */
  address: string | null
}

const PARTICIPANT = Prisma.sql`
  select m.id as "memberId", a.id as "accountId", a."nameArabic", a."nameLatin", a.locale,
    case when ${REACHABLE} then a.email end as address
  from "CohortMember" m join "Account" a on a.id = m."accountId"`

/** The names of these participants, in no order. */
export async function findParticipants(sql: Sql, memberIds: readonly string[]): Promise<ParticipantRow[]> {
  return sql.$queryRaw<ParticipantRow[]>`${PARTICIPANT} where m.id = any(${[...memberIds]}::uuid[])`
}

/** All who take part in a cohort, in no order. */
export async function findAllParticipants(sql: Sql, cohortId: string): Promise<ParticipantRow[]> {
  return sql.$queryRaw<ParticipantRow[]>`${PARTICIPANT} where m."cohortId" = ${cohortId}::uuid and m.status = 'active'`
}

export type StatusCounts = Partial<Record<string, number>>

/** The number of members with each status. */
/** The number of people whose last invitation is from before `time`, and who have not answered it. */
export async function countInvitedBefore(sql: Sql, cohortId: string, time: Date): Promise<number> {
  const [row] = await sql.$queryRaw<{ people: number }[]>`
    select count(*)::int as people from "CohortMember" m
    where m."cohortId" = ${cohortId}::uuid and m.status = 'invited' and coalesce(
      (select max(v."createdAt") from "Invitation" v where v."memberId" = m.id), m."statusSince") < ${time}`
  return row?.people ?? 0
}

export async function countByStatus(sql: Sql, cohortId: string): Promise<StatusCounts> {
  const rows = await sql.$queryRaw<{ status: string; people: number }[]>`
    select status, count(*)::int as people from "CohortMember" where "cohortId" = ${cohortId}::uuid group by 1`
  return Object.fromEntries(rows.map(({ status, people }) => [status, people]))
}
