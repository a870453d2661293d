import 'server-only'
import type { RegradeEffect } from '@/domain/exam/regrade'
import type { RegradeDecision } from '@/domain/exam/regrade-decision'
import { Prisma, type RegradeProposal } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

export type RegradeRow = Omit<RegradeProposal, 'decision'> & { decision: RegradeDecision | null }
export type RegradeKey = Pick<RegradeRow, 'id' | 'courseId' | 'questionId' | 'releaseId'>

const PEOPLE = {
  proposedBy: { select: { nameArabic: true, nameLatin: true } },
  decidedBy: { select: { nameArabic: true, nameLatin: true } },
} as const

/** The proposals, the newest first. */
export async function listRegrades(db: Db, limit: number): Promise<RegradeRow[]> {
  const rows = await db.regradeProposal.findMany({ orderBy: { proposedAt: 'desc' }, take: limit })
  return rows.map((row) => ({ ...row, decision: row.decision as RegradeDecision | null }))
}

export async function findRegrade(db: Db, id: string) {
  const row = await db.regradeProposal.findUnique({ where: { id }, include: PEOPLE })
  return row && { ...row, decision: row.decision as RegradeDecision | null }
}

/**
 * The proposals that await a second person, the oldest first. Those that the reader may not decide are left out: her
 * own, and those about a question of an exam of hers.
 */
export async function findAwaitingRegrades(sql: Sql, reader: string, limit: number) {
  return sql.$queryRaw<Pick<RegradeRow, 'id' | 'courseId' | 'proposedAt'>[]>`
    select p.id, p."courseId", p."proposedAt" from "RegradeProposal" p
    where p.decision is null and p."proposedById" is distinct from ${reader}::uuid
      and not exists (select 1 from "Enrolment" e join "Attempt" t on t."enrolmentId" = e.id
        join "AttemptQuestion" q on q."attemptId" = t.id
        where e."accountId" = ${reader}::uuid and e."courseId" = p."courseId" and q."questionId" = p."questionId")
    order by p."proposedAt", p.id limit ${limit}`
}

type NewRow = Omit<
  RegradeProposal,
  'id' | 'decidedById' | 'decidedAt' | 'decision' | 'refusalReason' | 'endedAt' | 'effect'
>

/** @returns its id; null if a proposal about the question waits already. */
export async function insertRegrade(db: Db, row: NewRow & { effect: object }): Promise<string | null> {
  const [made] = await db.regradeProposal.createManyAndReturn({
    data: [row],
    skipDuplicates: true,
    select: { id: true },
  })
  return made?.id ?? null
}

type Closing = { decision: RegradeDecision; decidedById: string; decidedAt: Date; refusalReason?: string | null }

/** @returns false if it was closed in the meantime. */
export async function closeRegrade(db: Db, id: string, closing: Closing): Promise<boolean> {
  return (await db.regradeProposal.updateMany({ where: { id, decision: null }, data: closing })).count === 1
}

/**
 * The right keys by which an exam of a course is graded when it is handed in. The lock keeps open proposals from being
 * accepted until the transaction ends: the job of a proposal that is accepted later finds the exam.
 */
export async function holdRegrades(sql: Sql, courseId: string): Promise<RegradeKey[]> {
  const rows = await sql.$queryRaw<RegradeRow[]>`
    select id, "courseId", "questionId", "releaseId", decision from "RegradeProposal"
    where "courseId" = ${courseId} and (decision is null or decision = 'accepted') order by id for share`
  return rows.filter(({ decision }) => decision === 'accepted')
}

/** The accepted proposals of a course. */
export async function findAcceptedRegrades(sql: Sql, courseId: string): Promise<RegradeKey[]> {
  return sql.$queryRaw<RegradeKey[]>`
    select id, "courseId", "questionId", "releaseId" from "RegradeProposal"
    where "courseId" = ${courseId} and decision = 'accepted' order by id`
}

/** For the column of an attempt's id: the proposals for which it was graded again, as a list; null if there is none. */
export function regradesOf(attemptId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select json_agg(json_build_object('id', p.id, 'courseId', p."courseId",
      'questionId', p."questionId", 'releaseId', p."releaseId") order by p.id)
    from "RegradedAttempt" g join "RegradeProposal" p on p.id = g."proposalId" where g."attemptId" = ${attemptId})`
}

/** For an alias of `"Attempt"`: it was handed in, and was not given back because of a wrong key. */
export function isCounted(attempt: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${attempt}."handedInAt" is not null and not exists (select 1 from "RegradedAttempt" g
      where g."attemptId" = ${attempt}.id and g.effect = 'given-back'))`
}

/** The proposals for which an exam was graded again. */
export async function findRegradesOf(sql: Sql, attemptId: string): Promise<RegradeKey[]> {
  return sql.$queryRaw<RegradeKey[]>`
    select p.id, p."courseId", p."questionId", p."releaseId"
    from "RegradedAttempt" g join "RegradeProposal" p on p.id = g."proposalId"
    where g."attemptId" = ${attemptId}::uuid order by p.id`
}

/** The accepted proposals whose exams are not all graded again. */
export async function findOpenRegrades(sql: Sql): Promise<(RegradeKey & { decidedById: string | null })[]> {
  return sql.$queryRaw`
    select id, "courseId", "questionId", "releaseId", "decidedById" from "RegradeProposal"
    where decision = 'accepted' and "endedAt" is null order by "decidedAt", id`
}

export async function endRegrade(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.$executeRaw`update "RegradeProposal" set "endedAt" = ${now} where id = ${id}::uuid and "endedAt" is null`
}

export type HandedIn = {
  id: string
  accountId: string
  courseId: string
  releaseId: string
  earned: number
  passed: boolean
  language: string | null
}

/**
 * The next exams that were handed in with this question and have not been graded again for the proposal, in the order
 * of their ids. Exams whose answers have expired have no questions, and stay as they are.
 */
export async function findConcerned(
  sql: Sql,
  { courseId, questionId, proposalId }: { courseId: string; questionId: string; proposalId: string | null },
  { after, limit }: { after: string | null; limit: number },
): Promise<HandedIn[]> {
  return sql.$queryRaw<HandedIn[]>`
    select t.id, e."accountId", e."courseId", t."releaseId", t.earned, t.passed, t.language
    from "Enrolment" e join "Attempt" t on t."enrolmentId" = e.id
    where e."courseId" = ${courseId} and t."handedInAt" is not null and t.earned is not null
      and (${after}::uuid is null or t.id > ${after}::uuid)
      and exists (select 1 from "AttemptQuestion" q where q."attemptId" = t.id and q."questionId" = ${questionId})
      and not exists (select 1 from "RegradedAttempt" g where g."attemptId" = t.id and g."proposalId" = ${proposalId}::uuid)
    order by t.id limit ${limit}`
}

/** Whether a person has begun an exam of the course with this question. */
export async function isConcerned(
  sql: Sql,
  accountId: string,
  { courseId, questionId }: Pick<RegradeKey, 'courseId' | 'questionId'>,
): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "Enrolment" e join "Attempt" t on t."enrolmentId" = e.id
      join "AttemptQuestion" q on q."attemptId" = t.id
    where e."accountId" = ${accountId}::uuid and e."courseId" = ${courseId} and q."questionId" = ${questionId} limit 1`
  return rows.length > 0
}

type Regraded = {
  proposalId: string
  attemptId: string
  effect: RegradeEffect
  earnedBefore: number
  earnedAfter: number
}

/** @returns false if the exam was graded again for the proposal before. */
export async function insertRegraded(sql: Sql, row: Regraded, now: Date): Promise<boolean> {
  const rows = await sql.$executeRaw`
    insert into "RegradedAttempt" ("proposalId", "attemptId", effect, "earnedBefore", "earnedAfter", "regradedAt")
    values (${row.proposalId}::uuid, ${row.attemptId}::uuid, ${row.effect}, ${row.earnedBefore}, ${row.earnedAfter}, ${now})
    on conflict do nothing`
  return rows === 1
}

/** Raises the result of an exam; it never lowers one. */
export async function raiseResult(
  sql: Sql,
  attemptId: string,
  { earned, passed }: { earned: number; passed: boolean },
) {
  await sql.$executeRaw`
    update "Attempt" set earned = greatest(earned, ${earned}), passed = passed or ${passed}
    where id = ${attemptId}::uuid and "handedInAt" is not null`
}

/** Whether a certificate of the course was ever issued to her, in force or not. */
export async function wasCertified(sql: Sql, accountId: string, courseId: string): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "Certificate" where "accountId" = ${accountId}::uuid and "courseId" = ${courseId} limit 1`
  return rows.length > 0
}

export type Candidate = { courseId: string; questionId: string }

/** The questions of exams whose key a release has corrected, those of the newest releases first. */
export async function findCorrectedKeys(sql: Sql): Promise<Candidate[]> {
  return sql.$queryRaw<Candidate[]>`
    select v."courseId", i->>'question' as "questionId"
    from "Release" v cross join jsonb_array_elements(v.changes->'items') i
    where i->>'lesson' is null and i->>'question' is not null and i->>'weight' = 'correction'
    group by 1, 2 order by max(v."publishedAt") desc, 2 limit 100`
}
