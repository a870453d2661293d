import 'server-only'
import { SEATED, type SeminarStatus } from '@/domain/seminar/seminar'
import type { Texts } from '@/domain/text/texts'
import type { Day } from '@/domain/time/day'
import type { Half } from '@/domain/time/half-days'
import { Prisma } from '@/generated/prisma/client'
import { attendedWith, taughtInCohorts } from '../cohort/teachers'
import { listOf, type Sql } from '../sql'

/** The data that a token gives access to. `cohortIds`: null for all cohorts of the institution. */
type Scope = { institutionId: string; cohortIds: readonly string[] | null }
/** A page of rows in the order of their ids. `after`: the last id of the page before. */
type Window = { after: string | null; limit: number }

const inScope = (cohortId: Prisma.Sql, { cohortIds }: Scope) =>
  cohortIds === null ? Prisma.sql`true` : Prisma.sql`${cohortId} = any(${[...cohortIds]}::uuid[])`

const isAfter = (id: Prisma.Sql, { after }: Window) =>
  after === null ? Prisma.sql`true` : Prisma.sql`${id} > ${after}::uuid`

/** The ids of the cohorts, or of one of them. */
export async function findOpenCohorts(sql: Sql, scope: Scope, window: Window, only: string | null = null) {
  const id = Prisma.sql`c.id`
  const rows = await sql.$queryRaw<{ id: string }[]>`
    select c.id from "Cohort" c
    where c."institutionId" = ${scope.institutionId}::uuid and ${inScope(id, scope)} and ${isAfter(id, window)}
      and (${only}::uuid is null or c.id = ${only}::uuid)
    order by c.id limit ${window.limit}`
  return rows.map((row) => row.id)
}

export type ApiCertificate = {
  id: string
  number: string
  courseId: string | null
  seminarId: string | null
  nameArabic: string | null
  nameLatin: string | null
  issuedAt: Date
  revokedAt: Date | null
  superseded: boolean
}

/** The certificates that were earned in the cohorts, or by a seminar. */
export async function findOpenCertificates(sql: Sql, scope: Scope, window: Window): Promise<ApiCertificate[]> {
  const { institutionId } = scope
  return sql.$queryRaw<ApiCertificate[]>`
    select c.id, c.number, c."courseId", c."seminarId", c."nameArabic", c."nameLatin", c."issuedAt", c."revokedAt",
      exists (select 1 from "Certificate" n where n."supersedesId" = c.id) as superseded
    from "Certificate" c
    where ${isAfter(Prisma.sql`c.id`, window)} and c.id in (
      ${taughtInCohorts(institutionId)} and ${inScope(Prisma.sql`k.id`, scope)}
      union ${attendedWith(institutionId)} and ${inScope(Prisma.sql`s."cohortId"`, scope)})
    order by c.id limit ${window.limit}`
}

export type ApiSeminar = {
  id: string
  status: SeminarStatus
  titles: Texts
  cohortId: string | null
  startsAt: Date
  endsAt: Date
  registered: number
  halfDays: { id: string; day: Day; half: Half; startsAt: number; endsAt: number; minutes: number }[]
}

/**
 * The seminars of the institution, and those that it organises with another one. For a token of some cohorts, only the
 * institution's own seminars in the programmes of these cohorts. Drafts are left out.
 */
export async function findOpenSeminars(
  sql: Sql,
  scope: Scope,
  window: Window,
  only: string | null = null,
): Promise<ApiSeminar[]> {
  const { institutionId, cohortIds } = scope
  const organises = Prisma.sql`exists (select 1 from "SeminarOrganiser" o
    where o."seminarId" = s.id and o."institutionId" = ${institutionId}::uuid
      and o."acceptedAt" is not null and o."withdrawnAt" is null)`
  const own = Prisma.sql`s."institutionId" = ${institutionId}::uuid`
  const visible = cohortIds === null ? Prisma.sql`(${own} or ${organises})` : own
  return sql.$queryRaw<ApiSeminar[]>(Prisma.sql`
    select s.id, s.status, s.titles, s."cohortId", s."startsAt", s."endsAt",
      (select count(*)::int from "SeminarRegistration" r
        where r."seminarId" = s.id and r.status in (${listOf(SEATED)})) as registered,
      coalesce((select json_agg(json_build_object('id', h.id, 'day', h.day::text, 'half', h.half,
          'startsAt', extract(epoch from h."startsAt") * 1000, 'endsAt', extract(epoch from h."endsAt") * 1000,
          'minutes', coalesce(h."countedMinutes", h.minutes)) order by h."startsAt")
        from "SeminarHalfDay" h where h."seminarId" = s.id), '[]') as "halfDays"
    from "Seminar" s
    where s.status <> 'draft' and ${visible} and ${inScope(Prisma.sql`s."cohortId"`, scope)}
      and ${isAfter(Prisma.sql`s.id`, window)} and (${only}::uuid is null or s.id = ${only}::uuid)
    order by s.id limit ${window.limit}`)
}

type Read = { tokenId: string; tokenName: string; institutionId: string; what: string; of: string | null }

/**
 * Records that a token is about to read personal data, for each list once from `since` on. A token is not a person, so
 * the entry has no actor and names the token.
 */
export async function recordApiRead(
  sql: Sql,
  { tokenId, tokenName, institutionId, what, of }: Read,
  since: Date,
  now: Date,
): Promise<void> {
  const details = JSON.stringify({ token: tokenId, name: tokenName, what, of })
  await sql.$executeRaw`
    insert into "AuditEntry" (at, act, "institutionId", details)
    select ${now}::timestamptz, 'api-read', ${institutionId}::uuid, ${details}::jsonb
    where not exists (select 1 from "AuditEntry" a where a."institutionId" = ${institutionId}::uuid
      and a.act = 'api-read' and a.at >= ${since}::timestamptz and a.details = ${details}::jsonb)`
}
