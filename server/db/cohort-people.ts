import 'server-only'
import type { LetterState } from '@/domain/cohort/letter-state'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { Sql } from './sql'

export type PersonRow = {
  id: string
  accountId: string | null
  email: string
  nameArabic: string
  nameLatin: string
  status: MemberStatus
  statusSince: Date
  /** The state of the last letter written to her about her place. */
  letter: LetterState | null
}
export type Narrowing = { status: MemberStatus | null; letterFailed: boolean }

/** One page of a cohort's people, by name; those with requests or on the waitlist by how long they have waited. */
export async function findPeople(
  sql: Sql,
  cohortId: string,
  { status, letterFailed }: Narrowing,
  { from, limit }: { from: number; limit: number },
): Promise<PersonRow[]> {
  return sql.$queryRaw<PersonRow[]>`
    select m.id, m."accountId", m.email, coalesce(a."nameArabic", m."nameArabic") as "nameArabic",
      coalesce(a."nameLatin", m."nameLatin") as "nameLatin", m.status, m."statusSince", x.state as letter
    from "CohortMember" m
      left join "Account" a on a.id = m."accountId"
      left join lateral (
        select l.state from "Mail" l where l."memberId" = m.id order by l."createdAt" desc, l.id desc limit 1) x on true
    where m."cohortId" = ${cohortId}::uuid and (${status}::text is null or m.status = ${status})
      and (not ${letterFailed}::boolean or x.state = 'failed')
    order by case when ${status}::text in ('asked', 'waiting') then m."statusSince" end,
      lower(coalesce(a."nameLatin", m."nameLatin")), m.email
    limit ${limit} offset ${from}`
}
