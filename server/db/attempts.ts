import 'server-only'
import { ZONE } from '@/domain/cohort/day'
import type { Answer, Certainty } from '@/domain/exam/answer'
import { ANSWER_PARTS, type AnswerPart, type GivenAt } from '@/domain/exam/answer-part'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from './sql'

export type QuestionRow = {
  position: number
  questionId: string
  order: string[]
  answer: Answer | null
  certainty: Certainty | null
  flagged: boolean
  givenAt: GivenAt
}

export type NewAttempt = { enrolmentId: string; releaseId: string; number: number }

// The times of an attempt come from the clock of the database: the clocks of two servers never quite agree, and one that is
// an hour behind would date a hand-in before its start.

/**
 * The cohort whose figures an attempt of this enrolment may enter: that of its course in which its person takes part at this
 * moment. Of several the one that she joined first; one that is over gives way to one that is not.
 */
const cohortNow = (enrolmentId: string) => Prisma.sql`
  (select m."cohortId" from "Enrolment" e
    join "CohortMember" m on m."accountId" = e."accountId" and m.status = 'active'
    join "Cohort" c on c.id = m."cohortId" and c."courseId" = e."courseId"
  where e.id = ${enrolmentId}::uuid
  order by c."archivedAt" is not null
      or c."endsOn" < (clock_timestamp() at time zone ${ZONE})::date,
    (select min(v.at) from "MemberMove" v where v."memberId" = m.id and v."to" = 'active'),
    m.id
  limit 1)`

/**
 * Opens an attempt with its questions, in one statement, and says for good which cohort it counts for; where its number is
 * taken nothing changes.
 */
export async function insertAttempt(
  sql: Sql,
  { enrolmentId, releaseId, number }: NewAttempt,
  drawn: readonly DrawnQuestion[],
): Promise<void> {
  const questions = JSON.stringify(drawn.map((question, index) => ({ position: index + 1, ...question })))
  await sql.$executeRaw`
    with attempt as (
      insert into "Attempt" (id, "enrolmentId", "releaseId", number, "startedAt", "cohortId")
      values (gen_random_uuid(), ${enrolmentId}::uuid, ${releaseId}::uuid, ${number}, clock_timestamp(),
        ${cohortNow(enrolmentId)})
      on conflict ("enrolmentId", number) do nothing returning id
    )
    insert into "AttemptQuestion" ("attemptId", position, "questionId", "order")
    select attempt.id, q.position, q."questionId", q."order"
    from attempt, jsonb_to_recordset(${questions}::jsonb) as q(position int, "questionId" text, "order" text[])`
}

const GIVEN_AT = Prisma.sql`
  json_build_object('answer', q."savedSeq", 'certainty', q."certaintySeq", 'flagged', q."flaggedSeq")`

/** Of the attempt of this id, as one column; null when there is none. */
export const questionsOf = (attemptId: Prisma.Sql) => Prisma.sql`
  (select json_agg(json_build_object('position', q.position, 'questionId', q."questionId", 'order', q."order",
      'answer', q.answer, 'certainty', q.certainty, 'flagged', q.flagged, 'givenAt', ${GIVEN_AT}) order by q.position)
    from "AttemptQuestion" q where q."attemptId" = ${attemptId})`

export async function findQuestions(sql: Sql, attemptId: string): Promise<QuestionRow[]> {
  return sql.$queryRaw<QuestionRow[]>`
    select position, "questionId", "order", answer, certainty, flagged, ${GIVEN_AT} as "givenAt"
    from "AttemptQuestion" q where "attemptId" = ${attemptId}::uuid order by position`
}

/**
 * Ids of the questions that the learner of an enrolment has met: those of all its attempts, and of both tests of a cohort in
 * which she has begun one.
 */
export async function findSeenQuestions(sql: Sql, enrolmentId: string): Promise<Set<string>> {
  const rows = await sql.$queryRaw<{ questionId: string }[]>`
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
 * Saves what changed of one question. The moment it was given orders saves of several devices, part by part: one that is older
 * than what stands is dropped. That moment is counted back from the database's clock, since those of two servers never quite agree.
 * The attempt row is locked against handing in, so that an answer is either graded or refused, never lost in between.
 *
 * @param givenAt when it was given by the database's clock, where the page could tell; else `ageMs`, how long ago, counts.
 * @returns stale when any part of it was dropped.
 */
export async function saveQuestion(
  sql: Sql,
  where: { attemptId: string; accountId: string; position: number },
  change: QuestionChange,
  { givenAt, ageMs }: { givenAt?: number | undefined; ageMs: number },
): Promise<'saved' | 'stale' | 'closed'> {
  const answer = change.answer === undefined ? null : toJson(change.answer)
  const { answer: newAnswer, certainty: newCertainty, flagged: newFlag } = newerParts(change)
  const rows = await sql.$queryRaw<{ open: boolean; saved: boolean }[]>`
    with open_attempt as (
      select a.id from "Attempt" a join "Enrolment" e on e.id = a."enrolmentId"
      where a.id = ${where.attemptId}::uuid and e."accountId" = ${where.accountId}::uuid and a."handedInAt" is null
      for share of a
    ), given as materialized (
      select clock.at, least(coalesce(${givenAt ?? null}::bigint, clock.ms - ${ageMs}::bigint), clock.ms) as seq
      from (select at, (extract(epoch from at) * 1000)::bigint as ms from (select clock_timestamp() as at) read) clock
    ), saved as (
      update "AttemptQuestion" q set
        answer = case when ${newAnswer} then ${answer}::jsonb else q.answer end,
        "answeredAt" = case when ${newAnswer} then given.at else q."answeredAt" end,
        "savedSeq" = case when ${newAnswer} then given.seq else q."savedSeq" end,
        certainty = case when ${newCertainty} then ${change.certainty ?? null} else q.certainty end,
        "certaintySeq" = case when ${newCertainty} then given.seq else q."certaintySeq" end,
        flagged = case when ${newFlag} then ${change.flagged ?? false} else q.flagged end,
        "flaggedSeq" = case when ${newFlag} then given.seq else q."flaggedSeq" end
      from open_attempt, given
      where q."attemptId" = open_attempt.id and q.position = ${where.position}
      returning ${partsStand(change)} as whole
    )
    select exists (select 1 from open_attempt) as open, exists (select 1 from saved where whole) as saved`
  const row = rows[0]
  if (!row?.open) return 'closed'
  return row.saved ? 'saved' : 'stale'
}

const SEQ = {
  answer: Prisma.sql`q."savedSeq"`,
  certainty: Prisma.sql`q."certaintySeq"`,
  flagged: Prisma.sql`q."flaggedSeq"`,
}

/** Of each part whether it is given, and newer than what stands. */
function newerParts(change: QuestionChange): Record<AnswerPart, Prisma.Sql> {
  const newer = (part: AnswerPart) =>
    change[part] === undefined ? Prisma.sql`false` : Prisma.sql`${SEQ[part]} <= given.seq`
  return { answer: newer('answer'), certainty: newer('certainty'), flagged: newer('flagged') }
}

/** Whether all that is given stands after the update. */
function partsStand(change: QuestionChange): Prisma.Sql {
  const given = ANSWER_PARTS.filter((part) => change[part] !== undefined)
  return Prisma.join([Prisma.sql`true`, ...given.map((part) => Prisma.sql`${SEQ[part]} = given.seq`)], ' and ')
}

/** Locks the attempt until the transaction ends, and says how it stands; null when it is gone. */
export async function lockAttempt(sql: Sql, attemptId: string): Promise<{ handedInAt: Date | null } | null> {
  const rows = await sql.$queryRaw<{ handedInAt: Date | null }[]>`
    select "handedInAt" from "Attempt" where id = ${attemptId}::uuid for update`
  return rows[0] ?? null
}

/**
 * Closes an attempt that is locked, never before it was started: a server's own clock may have dated the start of an old one.
 *
 * @returns when it was handed in.
 */
export async function closeAttempt(
  sql: Sql,
  id: string,
  { earned, possible, passed }: { earned: number; possible: number; passed: boolean },
): Promise<Date> {
  const rows = await sql.$queryRaw<{ handedInAt: Date }[]>`
    update "Attempt" set "handedInAt" = greatest(clock_timestamp(), "startedAt"), earned = ${earned},
      possible = ${possible}, passed = ${passed}
    where id = ${id}::uuid returning "handedInAt"`
  const row = rows[0]
  if (!row) throw new Error('an attempt that was locked is gone')
  return row.handedInAt
}

function toJson(answer: Answer | null): string | null {
  return answer === null ? null : JSON.stringify(answer)
}
