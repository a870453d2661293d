import 'server-only'
import { STAFF_ROLES } from '@/domain/auth/role'
import { NEAR_DAYS } from '@/domain/contact/contact'
import type { WorkNewsKind } from '@/domain/letter/letter'
import type { WorkChoices } from '@/domain/letter/letter-budget'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { Prisma } from '@/generated/prisma/client'
import { REACHABLE } from '../account/letter-choices'
import { UNSENT } from '../mail/mails'
import { UNDELIVERED } from '../mail/undelivered-mails'
import type { Sql } from '../sql'

/** A member of the staff whom letters reach, with her choices. */
export type StaffReader = Names &
  WorkChoices & { accountId: string; email: string; locale: Locale; pausedUntil: string | null }

/** The accounts of these ids whom letters reach and that hold a role of staff now. */
export async function findStaffReaders(sql: Sql, accountIds: readonly string[]): Promise<StaffReader[]> {
  return sql.$queryRaw<StaffReader[]>`
    select a.id as "accountId", a.email, a.locale, a."nameArabic", a."nameLatin",
      coalesce(c."workDigest", true) as digest, coalesce(c."workAtOnce", true) as "atOnce",
      c."pausedUntil"::text as "pausedUntil"
    from "Account" a left join "LetterChoice" c on c."accountId" = a.id
    where a.id = any(${[...accountIds]}::uuid[]) and ${REACHABLE} and a.id in (${STAFF})
    order by a.id`
}

/** The ids of accounts that hold a role of staff now. */
const STAFF = Prisma.sql`
  select r."accountId" from "Role" r left join "Institution" i on i.id = r."institutionId"
  where r."endedAt" is null and i."archivedAt" is null and r.role = any(${STAFF_ROLES}::text[])`

export async function findWorkChoices(sql: Sql, accountId: string): Promise<WorkChoices> {
  const rows = await sql.$queryRaw<WorkChoices[]>`
    select "workDigest" as digest, "workAtOnce" as "atOnce" from "LetterChoice" where "accountId" = ${accountId}::uuid`
  return rows[0] ?? { digest: true, atOnce: true }
}

/** If she has made no choices before, the other ones get their defaults. */
export async function saveWorkChoices(
  sql: Sql,
  accountId: string,
  { digest, atOnce }: WorkChoices,
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "LetterChoice" ("accountId", reminders, reviews, "workDigest", "workAtOnce", "savedAt")
    select id, 'each', false, ${digest}::boolean, ${atOnce}::boolean, ${now}::timestamptz
    from "Account" where id = ${accountId}::uuid
    on conflict ("accountId") do update set "workDigest" = excluded."workDigest",
      "workAtOnce" = excluded."workAtOnce", "savedAt" = excluded."savedAt"`
}

/** Notes that a person is told something. @returns false if she was told already: of two senders, only one writes. */
export async function claimWorkLetter(sql: Sql, accountId: string, what: string, now: Date): Promise<boolean> {
  const count = await sql.$executeRaw`
    insert into "WorkLetter" ("accountId", what, at) values (${accountId}::uuid, ${what}, ${now})
    on conflict ("accountId", what) do nothing`
  return count === 1
}

/**
 * News for a member of the staff about a cohort that she runs, or that asks her institution for a co-signature. For
 * news about no cohort, `cohortId` is null and `name` is empty.
 */
export type WorkNews = {
  accountId: string
  cohortId: string | null
  name: string
  kind: WorkNewsKind
  count: number
}

/**
 * What has happened since the last digest of each person, or within a day: requests that still wait in the cohorts that
 * she runs, questions that she has not read in the cohorts whose tutor she is, imports that have ended in those of her
 * institution, and co-signatures that others ask of it. About contacts of a region: those that await her decision, the
 * decisions on those of her institution, and those that expire soon.
 *
 * @param accountId only hers; null for everybody.
 */
export async function findWorkNews(
  sql: Sql,
  { accountId, today, dayAgo, now }: { accountId: string | null; today: string; dayAgo: Date; now: Date },
): Promise<WorkNews[]> {
  return sql.$queryRaw<WorkNews[]>`
    with runs as (
      select r."accountId", c.id as "cohortId", c.name, true as administers, false as teaches
      from "Role" r join "Institution" i on i.id = r."institutionId" join "Cohort" c on c."institutionId" = i.id
      where r.role = 'administrator' and r."endedAt" is null and i."archivedAt" is null
        and c."archivedAt" is null and c."endsOn" >= ${today}::date
      union all
      select t."accountId", c.id, c.name, false, true
      from "CohortTutor" t join "Cohort" c on c.id = t."cohortId"
        join "Institution" i on i.id = c."institutionId"
        join "Role" r on r."accountId" = t."accountId" and r."institutionId" = i.id
      where r.role = 'tutor' and r."endedAt" is null and i."archivedAt" is null
        and c."archivedAt" is null and c."endsOn" >= ${today}::date
    ), own as (
      select "accountId", "cohortId", name, bool_or(administers) as administers, bool_or(teaches) as teaches from runs
      where ${accountId}::uuid is null or "accountId" = ${accountId}::uuid group by 1, 2, 3
    ), told as (
      select "accountId", max(at) as at from "WorkLetter" where what like 'digest %' group by 1
    )
    select o."accountId", o."cohortId", o.name, 'requests' as kind, count(*)::int as count
    from own o left join told w on w."accountId" = o."accountId"
      join "CohortMember" m on m."cohortId" = o."cohortId" and m.status = 'asked'
        and m."accountId" is distinct from o."accountId" and m."statusSince" > coalesce(w.at, ${dayAgo}::timestamptz)
    group by 1, 2, 3
    union all
    select o."accountId", o."cohortId", o.name, 'imports', count(*)::int
    from own o left join told w on w."accountId" = o."accountId"
      join "ImportRun" n on n."cohortId" = o."cohortId" and n."startedAt" is not null
        and n."endedAt" > coalesce(w.at, ${dayAgo}::timestamptz)
    where o.administers
    group by 1, 2, 3
    union all
    select o."accountId", o."cohortId", o.name, 'threads', count(distinct h.id)::int
    from own o left join told w on w."accountId" = o."accountId"
      join "TutorThread" h on h."cohortId" = o."cohortId" and h."accountId" <> o."accountId"
      left join "ThreadRead" d on d."threadId" = h.id and d."accountId" = o."accountId"
      join "ThreadMessage" q on q."threadId" = h.id and q."fromLearner"
        and q.at > greatest(coalesce(w.at, ${dayAgo}::timestamptz), coalesce(d."readAt", '-infinity'))
    where o.teaches
    group by 1, 2, 3
    union all
    select r."accountId", k.id, k.name, 'cosignatures', count(distinct s.id)::int
    from "Role" r join "Institution" i on i.id = r."institutionId"
      join "Cosignature" s on s."institutionId" = i.id and s.state = 'offered'
      join "Cohort" k on k.id = s."cohortId" and k."archivedAt" is null
      left join told w on w."accountId" = r."accountId"
    where r.role = 'administrator' and r."endedAt" is null and i."archivedAt" is null
      and (${accountId}::uuid is null or r."accountId" = ${accountId}::uuid)
      and s."offeredAt" > coalesce(w.at, ${dayAgo}::timestamptz)
    group by 1, 2, 3
    union all
    ${contactNews(accountId, dayAgo, now)}
    order by 1, 3, 2, 4`
}

/** Since when a contact is near its end. */
const nearSince = Prisma.sql`c."expiresAt" - make_interval(days => ${NEAR_DAYS}::int)`

/**
 * A person who has had no digest yet is told of everything that awaits and everything that expires soon: a contact that
 * nobody confirms is no longer shown.
 */
const contactNews = (accountId: string | null, dayAgo: Date, now: Date) => Prisma.sql`
  select r."accountId", null::uuid, '', n.kind, count(*)::int
  from (
    select c.*, i.id as "ofInstitution" from "RegionalContact" c join "Institution" i on i.id = c."institutionId"
    where i."archivedAt" is null and i.region = c.region
  ) c
    cross join lateral (values
      ('contactsAwait', 'platform-administrator', null::uuid, c.state = 'proposed', c."proposedAt"),
      ('contactsDecided', 'administrator', c."ofInstitution", c.state in ('accepted', 'refused'), c."decidedAt"),
      ('contactsNear', 'administrator', c."ofInstitution",
        c.state = 'accepted' and c."expiresAt" > ${now}::timestamptz and ${nearSince} <= ${now}::timestamptz, ${nearSince})
    ) as n(kind, role, "institutionId", concerns, at)
    join "Role" r on r.role = n.role and r."institutionId" is not distinct from n."institutionId" and r."endedAt" is null
    left join told w on w."accountId" = r."accountId"
  where n.concerns and (${accountId}::uuid is null or r."accountId" = ${accountId}::uuid)
    and not (n.kind = 'contactsAwait' and c."proposedById" is not distinct from r."accountId")
    and n.at > coalesce(w.at, case when n.kind = 'contactsDecided' then ${dayAgo}::timestamptz else '-infinity' end)
  group by 1, 4`

/**
 * The administrators of these institutions and, if `platform`, of the platform, each with the institution to act in.
 */
export async function findAdministratorsOf(
  sql: Sql,
  { institutionIds, platform }: { institutionIds: readonly string[]; platform: boolean },
): Promise<{ accountId: string; institutionId: string | null }[]> {
  return sql.$queryRaw<{ accountId: string; institutionId: string | null }[]>`
    select r."accountId", min(r."institutionId"::text)::uuid as "institutionId"
    from "Role" r left join "Institution" i on i.id = r."institutionId"
    where r."endedAt" is null and i."archivedAt" is null
      and ((r.role = 'administrator' and r."institutionId" = any(${[...institutionIds]}::uuid[]))
        or (${platform}::boolean and r.role = 'platform-administrator' and r."institutionId" is null))
    group by 1`
}

/**
 * The administrators whom failing letters concern, and how many letters: all of them for those of the platform, and for
 * those of an institution the ones that its work page counts. Letters about failing letters are left out.
 */
export async function findFailing(
  sql: Sql,
  { since, stuckTries, today }: { since: Date; stuckTries: number; today: string },
): Promise<{ accountId: string; count: number; platform: boolean }[]> {
  return sql.$queryRaw<{ accountId: string; count: number; platform: boolean }[]>`
    with bad as materialized (
      select l.id, c."institutionId" from "Mail" l
        left join "CohortMember" m on m.id = l."memberId" and ${UNDELIVERED}
        left join "Cohort" c on c.id = m."cohortId" and c."archivedAt" is null and c."endsOn" >= ${today}::date
      where l.kind <> 'mailFailing' and ((l.state = 'failed' and l."createdAt" >= ${since})
        or (l.state in ('waiting', 'sending') and l.tries >= ${stuckTries}))
    ), told as (
      select "accountId" from "WorkLetter" where what = ${`failing ${today}`}
    )
    select r."accountId", count(distinct b.id)::int as count, bool_or(r."institutionId" is null) as platform
    from bad b join "Role" r on r."endedAt" is null and (
        (r.role = 'platform-administrator' and r."institutionId" is null)
        or (r.role = 'administrator' and r."institutionId" = b."institutionId"))
      left join "Institution" i on i.id = r."institutionId"
    where i."archivedAt" is null and r."accountId" not in (select "accountId" from told)
    group by 1 order by 1`
}

/** Ends letters to staff that are not sent yet, if their recipients are no longer staff. */
export async function stopForFormerStaff(sql: Sql, kinds: readonly string[]): Promise<void> {
  await sql.$executeRaw`
    update "Mail" set state = 'stopped', letter = null
    where state = any(${[...UNSENT]}::text[]) and kind = any(${[...kinds]}::text[]) and "accountId" not in (${STAFF})`
}
