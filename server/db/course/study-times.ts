import 'server-only'
import type { Sql } from '../sql'

/**
 * When the person read, answered or practised since a moment, from what is stored of her work. Work that she did again
 * later counts at the later time only.
 */
export async function findStudyTimes(sql: Sql, accountId: string, since: Date): Promise<Date[]> {
  const rows = await sql.$queryRaw<{ at: Date }[]>`
    with work as (
      select unnest(array[l."openedAt", l."readAt", l."completedAt"]) as at from "LessonState" l
        join "Enrolment" e on e.id = l."enrolmentId" where e."accountId" = ${accountId}::uuid
      union all
      select p."answeredAt" from "PracticeAnswer" p
        join "Enrolment" e on e.id = p."enrolmentId" where e."accountId" = ${accountId}::uuid
      union all
      select unnest(array[a."startedAt", a."handedInAt"]) from "Attempt" a
        join "Enrolment" e on e.id = a."enrolmentId" where e."accountId" = ${accountId}::uuid
      union all
      select r."answeredAt" from "ReviewCard" c join "ReviewAnswer" r on r."cardId" = c.id
        where c."accountId" = ${accountId}::uuid
      union all
      select unnest(array[d."firstAt", d."lastAt"]) from "PracticeDone" d where d."accountId" = ${accountId}::uuid
      union all
      select t."handedInAt" from "TestSitting" t where t."accountId" = ${accountId}::uuid
    )
    select distinct at from work where at >= ${since} order by at`
  return rows.map(({ at }) => at)
}
