import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/**
 * When the cohort enrolled its member `m` in its course `p` though she did not come to it herself: the course was added
 * later, or staff transferred her. Null if she joined with this course.
 */
const broughtAt = (p: Prisma.Sql, m: Prisma.Sql) => Prisma.sql`
  greatest(${p}."addedAt", (${m}."shownFrom" ->> ${p}."courseId")::timestamptz)`

/**
 * Whether a cohort sees the progress of the enrolment `e` of its member `m` in its course `p`, as a condition. What she
 * did alone before it brought her there is shown only once she has read a lesson or begun an exam since.
 */
export const isShown = (e: Prisma.Sql, p: Prisma.Sql, m: Prisma.Sql) => Prisma.sql`
  (${broughtAt(p, m)} is null
    or exists (select 1 from "LessonState" z where z."enrolmentId" = ${e}.id and z."readAt" >= ${broughtAt(p, m)})
    or exists (select 1 from "Attempt" z where z."enrolmentId" = ${e}.id and z."startedAt" >= ${broughtAt(p, m)}))`

/**
 * When she was enrolled, as a cohort sees it: never before it brought her to the course. Otherwise the date would tell
 * that she had taken the course alone.
 */
export const enrolledSince = (e: Prisma.Sql, p: Prisma.Sql, m: Prisma.Sql) => Prisma.sql`
  greatest(${e}."enrolledAt", ${broughtAt(p, m)})`

/**
 * Stores for a transferred member from when on her new cohort sees her progress in each course. For courses of both
 * cohorts it is the time that held in the first one, for the others the time of the transfer.
 */
export async function saveShownFrom(sql: Sql, fromId: string, toId: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    update "CohortMember" m set "shownFrom" = (
      select jsonb_object_agg(s."courseId", s.at)
      from (
        select p."courseId", case when o."courseId" is null then ${now}::timestamptz
          else ${broughtAt(Prisma.sql`o`, Prisma.sql`b`)} end as at
        from "CohortCourse" p join "CohortMember" b on b.id = ${fromId}::uuid
          left join "CohortCourse" o on o."cohortId" = b."cohortId" and o."courseId" = p."courseId"
        where p."cohortId" = m."cohortId") s
      where s.at is not null)
    where m.id = ${toId}::uuid`
}

/** She joins by herself, so her cohort sees her progress like that of everybody who joins. */
export async function clearShownFrom(sql: Sql, memberId: string): Promise<void> {
  await sql.$executeRaw`update "CohortMember" set "shownFrom" = null where id = ${memberId}::uuid`
}
