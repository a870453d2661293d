import 'server-only'
import type { Answer, Certainty } from '@/domain/exam/answer'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'
import type { OwnSql } from './own-sql'

export type QuestionRow = {
  position: number
  questionId: string
  order: string[]
  answer: Answer | null
  certainty: Certainty | null
  flagged: boolean
  /** When the answer that stands was given, in ms since 1970 by the database's clock; 0 before the first. */
  savedSeq: number
}

export type NewAttempt = { enrolmentId: string; releaseId: string; number: number; startedAt: Date }

/** Opens an attempt with its questions, in one statement; where its number is taken nothing changes. */
export async function insertAttempt(
  db: Db,
  { enrolmentId, releaseId, number, startedAt }: NewAttempt,
  drawn: readonly DrawnQuestion[],
): Promise<void> {
  const questions = JSON.stringify(drawn.map((question, index) => ({ position: index + 1, ...question })))
  await db.$executeRaw`
    with attempt as (
      insert into "Attempt" (id, "enrolmentId", "releaseId", number, "startedAt")
      values (gen_random_uuid(), ${enrolmentId}::uuid, ${releaseId}::uuid, ${number}, ${startedAt})
      on conflict ("enrolmentId", number) do nothing returning id
    )
    insert into "AttemptQuestion" ("attemptId", position, "questionId", "order")
    select attempt.id, q.position, q."questionId", q."order"
    from attempt, jsonb_to_recordset(${questions}::jsonb) as q(position int, "questionId" text, "order" text[])`
}

/** Of the attempt of this id, as one column; null when there is none. */
export const questionsOf = (attemptId: Prisma.Sql) => Prisma.sql`
  (select json_agg(json_build_object('position', q.position, 'questionId', q."questionId", 'order', q."order",
      'answer', q.answer, 'certainty', q.certainty, 'flagged', q.flagged, 'savedSeq', q."savedSeq") order by q.position)
    from "AttemptQuestion" q where q."attemptId" = ${attemptId})`

export async function findQuestions(db: OwnSql, attemptId: string): Promise<QuestionRow[]> {
  return db.$queryRaw<QuestionRow[]>`
    select position, "questionId", "order", answer, certainty, flagged, "savedSeq"::float8 as "savedSeq"
    from "AttemptQuestion" where "attemptId" = ${attemptId}::uuid order by position`
}

/**
 * Ids of the questions that the learner of an enrolment has met: those of all its attempts, and of both tests of a cohort in
 * which she has begun one.
 */
export async function findSeenQuestions(db: Db, enrolmentId: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ questionId: string }[]>`
    select distinct q."questionId" from "AttemptQuestion" q join "Attempt" a on a.id = q."attemptId"
    where a."enrolmentId" = ${enrolmentId}::uuid
    union
    select q ->> 'questionId' from "Enrolment" e join "TestSitting" s on s."accountId" = e."accountId"
      join "TestForms" f on f."cohortId" = s."cohortId" cross join jsonb_array_elements(f.before || f.after) q
    where e.id = ${enrolmentId}::uuid`
  return new Set(rows.map((row) => row.questionId))
}

export type QuestionChange = {
  answer?: Answer | null | undefined
  certainty?: Certainty | null | undefined
  flagged?: boolean | undefined
}

/**
 * Saves what changed of one question. The moment it was given orders saves of several devices: an older one than what
 * stands is dropped. That moment is counted back from the database's clock, since those of two servers never quite agree.
 * The attempt row is locked against handing in, so that an answer is either graded or refused, never lost in between.
 *
 * @param givenAt when it was given by the server's clock, where the page could tell; else `ageMs`, how long ago, counts.
 */
export async function saveQuestion(
  db: Db,
  where: { attemptId: string; accountId: string; position: number },
  change: QuestionChange,
  { givenAt, ageMs }: { givenAt?: number | undefined; ageMs: number },
  now: Date,
): Promise<'saved' | 'stale' | 'closed'> {
  const answer = change.answer === undefined ? Prisma.sql`q.answer` : Prisma.sql`${toJson(change.answer)}::jsonb`
  const answered = change.answer === undefined ? Prisma.sql`q."answeredAt"` : Prisma.sql`${now}`
  const certainty = change.certainty === undefined ? Prisma.sql`q.certainty` : Prisma.sql`${change.certainty}`
  const flagged = change.flagged === undefined ? Prisma.sql`q.flagged` : Prisma.sql`${change.flagged}`
  const rows = await db.$queryRaw<{ open: boolean; saved: boolean }[]>`
    with open_attempt as (
      select a.id from "Attempt" a join "Enrolment" e on e.id = a."enrolmentId"
      where a.id = ${where.attemptId}::uuid and e."accountId" = ${where.accountId}::uuid and a."handedInAt" is null
      for share of a
    ), given as materialized (
      select least(coalesce(${givenAt ?? null}::bigint, clock.ms - ${ageMs}::bigint), clock.ms) as seq
      from (select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms) clock
    ), saved as (
      update "AttemptQuestion" q set answer = ${answer}, certainty = ${certainty}, flagged = ${flagged},
        "answeredAt" = ${answered}, "savedSeq" = given.seq
      from open_attempt, given
      where q."attemptId" = open_attempt.id and q.position = ${where.position} and q."savedSeq" <= given.seq
      returning 1
    )
    select exists (select 1 from open_attempt) as open, exists (select 1 from saved) as saved`
  const row = rows[0]
  if (!row?.open) return 'closed'
  return row.saved ? 'saved' : 'stale'
}

/** Locks the attempt until the transaction ends, and says how it stands; null when it is gone. */
export async function lockAttempt(db: OwnSql, attemptId: string): Promise<{ handedInAt: Date | null } | null> {
  const rows = await db.$queryRaw<{ handedInAt: Date | null }[]>`
    select "handedInAt" from "Attempt" where id = ${attemptId}::uuid for update`
  return rows[0] ?? null
}

export async function closeAttempt(
  db: OwnSql,
  id: string,
  { handedInAt, earned, possible, passed }: { handedInAt: Date; earned: number; possible: number; passed: boolean },
): Promise<void> {
  await db.$executeRaw`
    update "Attempt" set "handedInAt" = ${handedInAt}, earned = ${earned}, possible = ${possible}, passed = ${passed}
    where id = ${id}::uuid`
}

function toJson(answer: Answer | null): string | null {
  return answer === null ? null : JSON.stringify(answer)
}
