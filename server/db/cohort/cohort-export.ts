import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import type { CohortInCourse, CohortRow } from './cohorts'
import { enrolledSince, isShown } from './shown-from'
import { taughtBy } from './teachers'

type Of = Pick<CohortInCourse, 'id' | 'courseId' | 'institutionId'>

/**
 * The exported data about one person of a cohort. A person who has not accepted her invitation yet has a name and
 * nothing else.
 */
export type ExportRow = {
  memberId: string
  status: 'invited' | 'active'
  nameArabic: string
  nameLatin: string
  email: string
  function: string
  enrolledAt: Date | null
  /** The date on which she finished each lesson, in ISO form. */
  doneLessons: Readonly<Record<string, string>> | null
  passedAt: Date | null
  certificate: string | null
}

/**
 * The people who hold a seat, by Latin name. They are read once, so that the file contains the same people as the audit
 * log says.
 */
export async function findSeated(sql: Sql, cohortId: string): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select m.id from "CohortMember" m left join "Account" a on a.id = m."accountId" and m.status = 'active'
    where m."cohortId" = ${cohortId}::uuid and m.status in ('invited', 'active')
    order by coalesce(a."nameLatin", m."nameLatin"), m.id`
  return rows.map(({ id }) => id)
}

/** A page of those people in the order of their ids. */
export async function findSeatedAfter(
  sql: Sql,
  cohortId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select m.id from "CohortMember" m
    where m."cohortId" = ${cohortId}::uuid and m.status in ('invited', 'active')
      and (${after}::uuid is null or m.id > ${after}::uuid)
    order by m.id limit ${limit}`
  return rows.map(({ id }) => id)
}

/**
 * In the order of `ids`. About the exam it only contains whether and when it was passed, and the certificate that the
 * institution taught. A person who has left in the meantime is left out.
 */
export async function findExportRows(
  sql: Sql,
  ids: readonly string[],
  { id: cohortId, courseId, institutionId }: Of,
): Promise<ExportRow[]> {
  const [e, p, m] = [Prisma.sql`e`, Prisma.sql`p`, Prisma.sql`m`]
  return sql.$queryRaw<ExportRow[]>`
    select m.id as "memberId", m.status, coalesce(a."nameArabic", m."nameArabic") as "nameArabic",
      coalesce(a."nameLatin", m."nameLatin") as "nameLatin", m.email, coalesce(a."function", m."function") as "function",
      ${enrolledSince(e, p, m)} as "enrolledAt", l.done as "doneLessons", t.at as "passedAt", c.number as certificate
    from unnest(${ids}::uuid[]) with ordinality as w (id, place)
      join "CohortMember" m on m.id = w.id and m.status in ('invited', 'active')
      left join "Account" a on a.id = m."accountId" and m.status = 'active'
      left join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
      left join "CohortCourse" p on p."cohortId" = ${cohortId}::uuid and p."courseId" = e."courseId"
      left join lateral (
        select json_object_agg(s."lessonId", s."completedAt") as done
        from "LessonState" s where s."enrolmentId" = e.id and s."completedAt" is not null and ${isShown(e, p, m)}) l on true
      left join lateral (
        select min(x."handedInAt") as at from "Attempt" x where x."enrolmentId" = e.id and x.passed and ${isShown(e, p, m)}) t on true
      left join lateral (
        select k.number from "Certificate" k
        where k."accountId" = a.id and k."courseId" = ${courseId} and k."revokedAt" is null
          and not exists (select 1 from "Certificate" n where n."supersedesId" = k.id) and k.id in ${taughtBy(institutionId)}
        order by k."issuedAt" desc limit 1) c on true
    order by w.place`
}

/**
 * The numbers of the certificates in force that participants hold for the cohort's courses and that the institution
 * taught, by Latin name.
 */
export async function findCohortCertificates(
  sql: Sql,
  { id: cohortId, courses, institutionId }: Pick<CohortRow, 'id' | 'courses' | 'institutionId'>,
): Promise<string[]> {
  const courseIds = courses.map(({ courseId }) => courseId)
  const rows = await sql.$queryRaw<{ number: string }[]>`
    select c.number
    from "CohortMember" m
      join "Certificate" c on c."accountId" = m."accountId" and c."courseId" = any(${courseIds}::text[])
        and c."revokedAt" is null
        and not exists (select 1 from "Certificate" n where n."supersedesId" = c.id)
    where m."cohortId" = ${cohortId}::uuid and m.status = 'active' and c.id in ${taughtBy(institutionId)}
    order by c."nameLatin", c.number`
  return rows.map(({ number }) => number)
}
