import 'server-only'
import type { OfficeCount, OfficeKind } from '@/domain/cohort/report/coverage'
import type { HalfYear } from '@/domain/cohort/report/half-year'
import type { CertificateCount, FunctionCount, StageCount, TrainedCount } from '@/domain/cohort/report/report'
import { Prisma } from '@/generated/prisma/client'
import { isShown } from '../cohort/shown-from'
import type { Sql } from '../sql'

/**
 * The subject of a report: an institution, or the country (null), with everything that had happened before an instant.
 */
export type Counted = { institutionId: string | null; until: Date }

const OFFICES: readonly OfficeKind[] = ['court', 'prosecution']
const HALF = Prisma.sql`to_char(c."startsOn", 'YYYY-') || case when extract(month from c."startsOn") < 7 then 1 else 2 end`

/** The cohorts that had begun, by half-year, the earliest first. */
export async function countCohorts(sql: Sql, { institutionId, until }: Counted) {
  return sql.$queryRaw<{ half: HalfYear; cohorts: number }[]>`
    select ${HALF} as half, count(*)::int as cohorts from "Cohort" c
    where ${begunIn(institutionId, until)} group by 1 order by 1`
}

/**
 * Everyone who has ever taken part in such a cohort, once for each cohort, by her progress in all its courses: she has
 * passed when she has passed every exam and read every course without an exam. What she did alone counts as in
 * `isShown`.
 */
export async function countStages(sql: Sql, counted: Counted): Promise<StageCount[]> {
  return sql.$queryRaw<StageCount[]>(stages(counted))
}

/** Only the query, so that its plan can be examined. */
export function stages({ institutionId, until }: Counted) {
  const shown = isShown(Prisma.sql`e`, Prisma.sql`k`, Prisma.sql`m`)
  return Prisma.sql`
    with outlines as materialized (
      select r.id, jsonb_array_length(r.content->'file'->'outline') as lessons, r.content->'file'->'outline' as outline,
        coalesce(r.content->'exam', 'null') <> 'null' as graded
      from "Release" r where exists (
        select 1 from "CohortCourse" k join "Cohort" c on c.id = k."cohortId"
        where k."releaseId" = r.id and ${begunIn(institutionId, until)}))
    select half, case when passed then 'passed' when read then 'read' else 'under-way' end as stage,
      count(*)::int as people
    from (
      select ${HALF} as half,
        bool_or(o.graded) and bool_and(case when o.graded then p.passed else d.lessons >= o.lessons end) as passed,
        bool_and(p.passed or d.lessons >= o.lessons) as read
      from "Cohort" c
        join "CohortCourse" k on k."cohortId" = c.id
        join outlines o on o.id = k."releaseId"
        join "CohortMember" m on m."cohortId" = c.id
        join lateral (
          select 1 from "MemberMove" v
          where v."memberId" = m.id and v."to" = 'active' and v.at < ${until} limit 1) j on true
        left join "Enrolment" e on e."accountId" = m."accountId" and e."courseId" = k."courseId"
        left join lateral (
          select exists (select 1 from "Attempt" x
            where x."enrolmentId" = e.id and x.passed and x."handedInAt" < ${until} and ${shown}) as passed) p on true
        left join lateral (
          select count(*) as lessons from "LessonState" s
          where s."enrolmentId" = e.id and s."completedAt" < ${until} and o.outline @> to_jsonb(s."lessonId")
            and ${shown}) d on true
      where ${begunIn(institutionId, until)} group by c.id, m.id) s
    group by 1, 2`
}

function begunIn(institutionId: string | null, until: Date) {
  const begun = Prisma.sql`c."startsOn" < (${until}::timestamptz at time zone 'Africa/Casablanca')::date`
  return institutionId === null ? begun : Prisma.sql`${begun} and c."institutionId" = ${institutionId}::uuid`
}

/** Certificates of courses that the institution's people hold, or of everybody, by course and state. */
export async function countCertificates(sql: Sql, { institutionId, until }: Counted): Promise<CertificateCount[]> {
  const ofPeople =
    institutionId === null
      ? Prisma.empty
      : Prisma.sql`and k."accountId" in (
          select r."accountId" from "Role" r where r."institutionId" = ${institutionId}::uuid and ${heldAt(until)})`
  return sql.$queryRaw<CertificateCount[]>`
    select k."courseId", case
        when exists (
          select 1 from "Certificate" n where n."supersedesId" = k.id and n."issuedAt" < ${until}) then 'superseded'
        when k."revokedAt" < ${until} then 'revoked' else 'in-force' end as state,
      count(*)::int as certificates
    from "Certificate" k where k."issuedAt" < ${until} and k."courseId" is not null ${ofPeople} group by 1, 2`
}

/** The people who hold a role in the institution, each counted once. */
export async function countPeople(sql: Sql, institutionId: string, until: Date): Promise<FunctionCount[]> {
  return sql.$queryRaw<FunctionCount[]>`
    select a."function", ${isTrained(until)} as trained, count(*)::int as people
    from (select distinct r."accountId" from "Role" r
        where r."institutionId" = ${institutionId}::uuid and ${heldAt(until)}) b
      join "Account" a on a.id = b."accountId"
    group by 1, 2`
}

/**
 * The trained people of courts and prosecution offices. Each counts once, in the place to which she has belonged
 * longest: otherwise she could be in the cells of two regions.
 */
export async function countTrained(sql: Sql, until: Date): Promise<TrainedCount[]> {
  return sql.$queryRaw<TrainedCount[]>`
    with ${belonging(until)}
    select b.region, a."function", count(*)::int as people
    from belonging b join "Account" a on a.id = b."accountId"
    where ${isTrained(until)} group by 1, 2`
}

/** The active courts and prosecution offices, and those of them with trained people, by region. */
export async function countOffices(sql: Sql, until: Date): Promise<OfficeCount[]> {
  return sql.$queryRaw<OfficeCount[]>`
    with ${belonging(until)}, reached as (
      select distinct b."institutionId" as id from belonging b join "Account" a on a.id = b."accountId"
      where ${isTrained(until)})
    select i.region, i.kind, count(*)::int as registered, count(d.id)::int as reached
    from "Institution" i left join reached d on d.id = i.id
    where ${isOffice(until)} group by 1, 2`
}

function belonging(until: Date) {
  return Prisma.sql`belonging as (
    select distinct on (r."accountId") r."accountId", r."institutionId", i.region
    from "Role" r join "Institution" i on i.id = r."institutionId"
    where ${isOffice(until)} and ${heldAt(until)} order by r."accountId", r."grantedAt", r.id)`
}

function isOffice(until: Date) {
  return Prisma.sql`i.kind in (${Prisma.join(OFFICES)}) and i."createdAt" < ${until}
    and (i."archivedAt" is null or i."archivedAt" >= ${until})`
}

function heldAt(until: Date) {
  return Prisma.sql`r."grantedAt" < ${until} and (r."endedAt" is null or r."endedAt" >= ${until})`
}

/** True if the person holds a certificate of a course that was in force. */
function isTrained(until: Date) {
  return Prisma.sql`exists (
    select 1 from "Certificate" k where k."accountId" = a.id and k."courseId" is not null and k."issuedAt" < ${until}
      and (k."revokedAt" is null or k."revokedAt" >= ${until})
      and not exists (select 1 from "Certificate" n where n."supersedesId" = k.id and n."issuedAt" < ${until}))`
}
