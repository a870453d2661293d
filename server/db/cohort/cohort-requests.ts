import 'server-only'
import type { MemberStatus } from '@/domain/cohort/membership'
import { Prisma } from '@/generated/prisma/client'
import { releaseRead } from '../course/releases'
import type { Sql } from '../sql'

export type RequestRow = {
  memberId: string
  cohortId: string
  cohort: string
  courses: readonly { releaseId: string }[]
  institutionArabic: string
  institutionLatin: string
  status: Extract<MemberStatus, 'asked' | 'waiting' | 'refused'>
  since: Date
  /** Her place in the waitlist, from 1; null if she is not on it. */
  place: number | null
  /** The reason of a refusal. */
  reason: string | null
}

/** The state of the person's requests, in cohorts that are not archived. The latest change comes first. */
export async function findRequests(sql: Sql, accountId: string): Promise<RequestRow[]> {
  return sql.$queryRaw<RequestRow[]>`
    select m.id as "memberId", k.id as "cohortId", k.name as cohort, (
        select json_agg(json_build_object('releaseId', ${releaseRead(Prisma.sql`p."releaseId"`)}) order by p.position)
        from "CohortCourse" p where p."cohortId" = k.id) as courses, i."nameArabic" as "institutionArabic",
      i."nameLatin" as "institutionLatin", m.status, m."statusSince" as since,
      case when m.status = 'waiting' then (
        select count(*)::int from "CohortMember" w where w."cohortId" = m."cohortId" and w.status = 'waiting'
          and (w."statusSince", w.id) <= (m."statusSince", m.id)) end as place,
      case when m.status = 'refused' then (
        select v.reason from "MemberMove" v where v."memberId" = m.id order by v.id desc limit 1) end as reason
    from "CohortMember" m join "Cohort" k on k.id = m."cohortId" join "Institution" i on i.id = k."institutionId"
    where m."accountId" = ${accountId}::uuid and m.status in ('asked', 'waiting', 'refused') and k."archivedAt" is null
    order by m."statusSince" desc, m.id`
}
