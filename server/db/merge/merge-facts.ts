import 'server-only'
import type { MergeCounts } from '@/domain/account/merge'
import { haveSameNames } from '@/domain/certificate/match-name'
import type { Names } from '@/domain/person/profile'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import type { Pair } from './pair'
import { decidedOnOther } from './two-people'

/** What forbids uniting two accounts. `courses`: those of which each account holds a certificate. */
export type MergeObstacles = { roles: boolean; attempt: boolean; courses: string[]; names: boolean; decided: boolean }
type Found = Omit<MergeObstacles, 'names'> & { certified: boolean; named: readonly Names[] }

/**
 * The reasons against uniting two accounts: a role of either account other than learner, or an unanswered offer to the
 * address that is given up; an exam under way; two certificates of one course; certificates that would move to an
 * account in other names, where nobody could tell whose they are; a decision that one account proposed and the other
 * took, where two people are needed.
 */
export async function findObstacles(sql: Sql, { kept, other }: Pair, now: Date): Promise<MergeObstacles> {
  const pair = Prisma.sql`any(${[kept, other]}::uuid[])`
  const rows = await sql.$queryRaw<Found[]>`
    select
      exists (select 1 from "Role" r left join "Institution" i on i.id = r."institutionId"
        where r."accountId" = ${pair} and r."endedAt" is null and i."archivedAt" is null and r.role <> 'learner')
      or exists (select 1 from "RoleOffer" f join "Account" o on o.email = f.email
        where o.id = ${other}::uuid and f.open is not null and f."expiresAt" > ${now}) as roles,
      exists (select 1 from "Attempt" t join "Enrolment" e on e.id = t."enrolmentId"
        where e."accountId" = ${pair} and t."handedInAt" is null) as attempt,
      array(select distinct k."courseId" from "Certificate" k join "Certificate" o on o."courseId" = k."courseId"
        where k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid order by 1) as courses,
      exists (select 1 from "Certificate" c where c."accountId" = ${other}::uuid) as certified,
      (select json_agg(json_build_object('nameArabic', a."nameArabic", 'nameLatin', a."nameLatin"))
        from "Account" a where a.id = ${pair}) as named,
      ${decidedOnOther({ kept, other })} as decided`
  if (!rows[0]) throw new Error('one row is always found')
  const { certified, named, ...rest } = rows[0]
  const [one, two] = named
  return { ...rest, names: certified && !(one && two && haveSameNames(one, two)) }
}

/** What the account holds that would move, in one query. */
export async function countHeld(sql: Sql, accountId: string): Promise<MergeCounts> {
  const of = Prisma.sql`where "accountId" = ${accountId}::uuid`
  const rows = await sql.$queryRaw<MergeCounts[]>`
    select (select count(*)::int from "Enrolment" ${of}) as courses,
      (select count(*)::int from "Attempt" t join "Enrolment" e on e.id = t."enrolmentId"
        where e."accountId" = ${accountId}::uuid) as attempts,
      (select count(*)::int from "Certificate" ${of}) as certificates,
      (select count(*)::int from "CohortMember" ${of}) as places,
      (select count(*)::int from "PassageNote" ${of}) as notes,
      (select count(*)::int from "ReviewPlan" ${of}) as reviews,
      (select count(*)::int from "OwnReminder" ${of}) as reminders,
      (select count(*)::int from "ErrorReport" ${of}) as reports`
  return rows[0] as MergeCounts
}

/**
 * Locks both accounts and their enrolments until the transaction ends, always in the same order. Nothing that belongs
 * to an account can be added meanwhile, and no exam begun.
 *
 * @returns false if one of them is gone.
 */
export async function lockPair(sql: Sql, { kept, other }: Pair): Promise<boolean> {
  const pair = [kept, other]
  const found = await sql.$queryRaw<unknown[]>`
    select id from "Account" where id = any(${pair}::uuid[]) order by id for update`
  await sql.$queryRaw`select id from "Enrolment" where "accountId" = any(${pair}::uuid[]) order by id for update`
  return found.length === pair.length
}
