import 'server-only'
import type { Texts } from '@/domain/text/texts'
import type { Day } from '@/domain/time/day'
import type { Sql } from '../sql'

/** A seminar that takes place on a day, with its hours on it and whom it belongs to. */
export type SeminarOfDay = {
  id: string
  institutionId: string
  titles: Texts
  startsAt: Date
  endsAt: Date
  coOrganiserIds: string[]
  tutorIds: string[]
}

/**
 * The announced seminars with a half-day on this day whose list is open: those that one of these institutions organises,
 * alone or with others, and those in the programmes of these cohorts.
 */
export async function findSeminarsOfDay(
  sql: Sql,
  { institutionIds, cohortIds }: { institutionIds: readonly string[]; cohortIds: readonly string[] },
  day: Day,
): Promise<SeminarOfDay[]> {
  return sql.$queryRaw<SeminarOfDay[]>`
    select s.id, s."institutionId", s.titles, min(h."startsAt") as "startsAt", max(h."endsAt") as "endsAt",
      coalesce((select json_agg(o."institutionId") from "SeminarOrganiser" o
        where o."seminarId" = s.id and o."acceptedAt" is not null and o."withdrawnAt" is null), '[]') as "coOrganiserIds",
      coalesce((select json_agg(t."accountId") from "CohortTutor" t where t."cohortId" = s."cohortId"), '[]') as "tutorIds"
    from "SeminarHalfDay" h join "Seminar" s on s.id = h."seminarId"
    where h.day = ${day}::date and s.status in ('open', 'closed', 'held')
      and not exists (select 1 from "AttendanceList" l where l."seminarId" = s.id)
      and (s."institutionId" = any(${[...institutionIds]}::uuid[]) or s."cohortId" = any(${[...cohortIds]}::uuid[])
        or exists (select 1 from "SeminarOrganiser" o where o."seminarId" = s.id
          and o."institutionId" = any(${[...institutionIds]}::uuid[])
          and o."acceptedAt" is not null and o."withdrawnAt" is null))
    group by s.id order by "startsAt", s.id limit 20`
}

/** The days, from this one on, of the seminars in the programmes of cohorts. */
export async function findSeminarDays(
  sql: Sql,
  cohortIds: readonly string[],
  from: Day,
): Promise<{ cohortId: string; day: Day }[]> {
  return sql.$queryRaw<{ cohortId: string; day: Day }[]>`
    select s."cohortId", min(h.day)::text as day from "SeminarHalfDay" h join "Seminar" s on s.id = h."seminarId"
    where s."cohortId" = any(${[...cohortIds]}::uuid[]) and s.status in ('open', 'closed') and h.day >= ${from}::date
    group by s."cohortId"`
}
