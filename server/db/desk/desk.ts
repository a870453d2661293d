import 'server-only'
import type { ProposedAct } from '@/domain/certificate/proposal'
import type { Names } from '@/domain/person/profile'
import { Prisma } from '@/generated/prisma/client'
import { attendedWith, taughtInCohorts } from '../cohort/teachers'
import { UNDELIVERED } from '../mail/undelivered-mails'
import type { Sql } from '../sql'

export type Waiting = {
  cohortId: string
  /** `unanswered`: invited some time ago. `taken`: `people` is the number of seats taken. */
  kind: 'asked' | 'waiting' | 'unanswered' | 'undelivered' | 'taken'
  people: number
  since: Date | null
}

/**
 * The people of these cohorts who wait for the staff. The reader's own request is left out: another person decides
 * about it. One query, whatever the number of cohorts.
 */
export async function findWaiting(
  sql: Sql,
  cohortIds: readonly string[],
  { reader, invitedBefore }: { reader: string; invitedBefore: Date },
): Promise<Waiting[]> {
  const ids = Prisma.sql`any(${[...cohortIds]}::uuid[])`
  return sql.$queryRaw<Waiting[]>`
    select m."cohortId", m.status as kind, count(*)::int as people, min(m."statusSince") as since
    from "CohortMember" m
    where m."cohortId" = ${ids} and m.status in ('asked', 'waiting')
      and not (m.status = 'asked' and m."accountId" is not distinct from ${reader}::uuid)
    group by 1, 2
    union all
    select m."cohortId", 'taken', count(*)::int, null
    from "CohortMember" m where m."cohortId" = ${ids} and m.status in ('invited', 'active') group by 1
    union all
    select m."cohortId", 'unanswered', count(*)::int, min(coalesce(i.at, m."statusSince"))
    from "CohortMember" m
      left join lateral (select max(v."createdAt") as at from "Invitation" v where v."memberId" = m.id) i on true
    where m."cohortId" = ${ids} and m.status = 'invited' and coalesce(i.at, m."statusSince") < ${invitedBefore} group by 1
    union all
    select m."cohortId", 'undelivered', count(*)::int, min(l."createdAt")
    from "Mail" l join "CohortMember" m on m.id = l."memberId"
    where m."cohortId" = ${ids} and ${UNDELIVERED} group by 1`
}

export type AwaitingProposal = Names & {
  number: string
  act: ProposedAct
  proposedAt: Date
  /** An institution that taught the certificate, through which the reader may decide. */
  institutionId: string
}

/** The open proposals about certificates of these institutions that a person may decide, the oldest first. */
export async function findAwaitingProposals(
  sql: Sql,
  { reader, institutionIds, platform }: { reader: string; institutionIds: readonly string[]; platform: boolean },
  limit: number,
): Promise<AwaitingProposal[]> {
  const own = institutionIds.flatMap((id) =>
    [taughtInCohorts(id), attendedWith(id)].map(
      (taught) => Prisma.sql`select p.id, ${id}::uuid as at from "CertificateProposal" p
        where p.decision is null and p."certificateId" in (${taught})`,
    ),
  )
  // An administrator of the platform decides only what an administrator of the institution has proposed.
  const all = Prisma.sql`select p.id, p."institutionId" as at from "CertificateProposal" p
    where p.decision is null and exists (
      select 1 from "Role" r where r."accountId" = p."proposedById" and r.role = 'administrator'
        and r."institutionId" = p."institutionId" and (r."endedAt" is null or r."endedAt" > p."proposedAt"))`
  const parts = [...own, ...(platform ? [all] : [])]
  if (parts.length === 0) return []
  return sql.$queryRaw<AwaitingProposal[]>`
    select distinct on (p."proposedAt", p.id) c.number, p.act, p."proposedAt", o.at as "institutionId",
      i."nameArabic", i."nameLatin"
    from (${Prisma.join(parts, ' union all ')}) o
      join "CertificateProposal" p on p.id = o.id
      join "Certificate" c on c.id = p."certificateId"
      join "Institution" i on i.id = o.at
    where p."proposedById" is distinct from ${reader}::uuid and c."accountId" is distinct from ${reader}::uuid
      and i."archivedAt" is null
    order by p."proposedAt", p.id limit ${limit}`
}

export type UnreadThreads = { cohortId: string; count: number; since: Date }

/**
 * The number of threads of each cohort with messages that this tutor has not read, and the time of the oldest such
 * message.
 */
export async function findUnreadThreads(
  sql: Sql,
  cohortIds: readonly string[],
  tutorId: string,
): Promise<UnreadThreads[]> {
  return sql.$queryRaw<UnreadThreads[]>`
    select t."cohortId", count(distinct t.id)::int as count, min(w.at) as since
    from "TutorThread" t
      left join "ThreadRead" r on r."threadId" = t.id and r."accountId" = ${tutorId}::uuid
      join "ThreadMessage" w on w."threadId" = t.id and w."fromLearner" and w.at > coalesce(r."readAt", '-infinity')
    where t."cohortId" = any(${[...cohortIds]}::uuid[])
    group by 1`
}

export type AskedCosignatures = { institutionId: string; count: number; since: Date }

/** The co-signatures that were asked of these institutions for cohorts that run, and are not answered. */
export async function findAskedCosignatures(sql: Sql, institutionIds: readonly string[]): Promise<AskedCosignatures[]> {
  return sql.$queryRaw<AskedCosignatures[]>`
    select s."institutionId", count(*)::int as count, min(s."offeredAt") as since
    from "Cosignature" s join "Cohort" k on k.id = s."cohortId"
    where s.state = 'offered' and k."archivedAt" is null and s."institutionId" = any(${[...institutionIds]}::uuid[])
    group by 1`
}

export type UnansweredOffers = { institutionId: string | null; count: number; since: Date }

/**
 * The roles that were offered before `offeredBefore` and are not answered. @param platform also count roles on the
 * platform.
 */
export async function findUnansweredOffers(
  sql: Sql,
  {
    institutionIds,
    platform,
    offeredBefore,
  }: { institutionIds: readonly string[]; platform: boolean; offeredBefore: Date },
  now: Date,
): Promise<UnansweredOffers[]> {
  return sql.$queryRaw<UnansweredOffers[]>`
    select "institutionId", count(*)::int as count, min(coalesce("toldAt", "offeredAt")) as since from "RoleOffer"
    where outcome is null and "expiresAt" > ${now} and coalesce("toldAt", "offeredAt") < ${offeredBefore}
      and ("institutionId" = any(${[...institutionIds]}::uuid[]) or (${platform} and "institutionId" is null))
    group by 1`
}

export type PlatformCounts = {
  institutions: number
  proposals: number
  proposalsSince: Date | null
  /** Letters that were given up. */
  failed: number
  failedSince: Date | null
  /** Letters that have failed several times and are still tried. */
  stuck: number
  stuckSince: Date | null
  errors: number
  errorsSince: Date | null
}

/** The state of the platform in one query. @param failedSince older letters that were given up are left out. */
export async function countPlatform(
  sql: Sql,
  { stuckTries, failedSince }: { stuckTries: number; failedSince: Date },
): Promise<PlatformCounts> {
  const rows = await sql.$queryRaw<PlatformCounts[]>`
    select i.n as institutions, p.n as proposals, p.since as "proposalsSince", f.n as failed, f.since as "failedSince",
      s.n as stuck, s.since as "stuckSince", e.n as errors, e.since as "errorsSince"
    from (select count(*)::int as n from "Institution" where "archivedAt" is null) i,
      (select count(*)::int as n, min("proposedAt") as since from "CertificateProposal" where decision is null) p,
      (select count(*)::int as n, min("createdAt") as since from "Mail"
        where state = 'failed' and "createdAt" >= ${failedSince}) f,
      (select count(*)::int as n, min("createdAt") as since from "Mail"
        where state in ('waiting', 'sending') and tries >= ${stuckTries}) s,
      (select count(*)::int as n, min("reportedAt") as since from "ErrorReport"
        where outcome is null or outcome = 'will-check') e`
  const [row] = rows
  if (!row) throw new Error('no counts')
  return row
}

export type FailedMails = { problem: string | null; kind: string; count: number; last: Date }

/** Why letters failed, the most frequent reason first. */
export async function findFailures(
  sql: Sql,
  { stuckTries, since, limit }: { stuckTries: number; since: Date; limit: number },
): Promise<FailedMails[]> {
  return sql.$queryRaw<FailedMails[]>`
    select problem, kind, count(*)::int as count, max("createdAt") as last from "Mail"
    where (state = 'failed' and "createdAt" >= ${since}) or (state in ('waiting', 'sending') and tries >= ${stuckTries})
    group by 1, 2 order by 3 desc, 4 desc limit ${limit}`
}

export type NamedMember = Names & {
  memberId: string
  cohortId: string
  accountId: string | null
  email: string
  status: string
}

/** Everybody on the lists of these cohorts, by name. */
export async function findMembersOf(sql: Sql, cohortIds: readonly string[]): Promise<NamedMember[]> {
  return sql.$queryRaw<NamedMember[]>`
    select m.id as "memberId", m."cohortId", m."accountId", m.email, m.status,
      coalesce(a."nameArabic", m."nameArabic") as "nameArabic", coalesce(a."nameLatin", m."nameLatin") as "nameLatin"
    from "CohortMember" m left join "Account" a on a.id = m."accountId"
    where m."cohortId" = any(${[...cohortIds]}::uuid[])
    order by lower(coalesce(a."nameLatin", m."nameLatin")), m.email, m.id`
}
