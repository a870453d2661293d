import 'server-only'
import type { ComingWork } from '@/domain/institution/coming-work'
import type { Sql } from '../sql'

/** What an institution has announced or scheduled and what has not ended yet, in the order of its days. */
export async function findComingWork(sql: Sql, institutionId: string, now: Date): Promise<ComingWork[]> {
  return sql.$queryRaw<ComingWork[]>`
    select 'announcement' as kind, n.id, jsonb_build_object(c.locale, c.name) as titles, n."dueAt" as at
    from "Announcement" n join "Cohort" c on c.id = n."cohortId"
    where c."institutionId" = ${institutionId}::uuid and c."archivedAt" is null and n.state in ('scheduled', 'leaving')
      and n."dueAt" is not null
    union all
    select 'survey', v.id, v.titles, coalesce(v."closesAt", v."opensOn"::timestamptz) from "Survey" v
    where v."institutionId" = ${institutionId}::uuid and v."withdrawnAt" is null
      and (v."openedAt" is null and v."opensOn" is not null or v."openedAt" is not null and v."closesAt" > ${now})
    union all
    select 'seminar', s.id, s.titles, s."startsAt" from "Seminar" s
    where s."institutionId" = ${institutionId}::uuid and s.status in ('open', 'closed') and s."endsAt" > ${now}
    order by at, id`
}
