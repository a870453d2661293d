import 'server-only'
import type { DrawnQuestion } from '@/domain/exam/draw-exam'
import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import { ANSWER_PARTS, type AnswerPart, type GivenAt } from '@/domain/question/answer-part'
import { ZONE } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'
import { type RegradeKey, regradesOf } from './regrades'

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

// The times of an attempt come from the clock of the database. The clocks of two servers never quite agree, and one
// that is an hour slow would date a hand-in before its start.

/**
 * The cohort in whose statistics an attempt of this enrolment may count: a cohort of the course in which the learner
 * takes part now. If there are several, the one that she joined first; cohorts that are over come last.
 */
const cohortNow = (enrolmentId: string) => Prisma.sql`
  (select m."cohortId" from "Enrolment" e
    join "CohortMember" m on m."accountId" = e."accountId" and m.status = 'active'
    join "Cohort" c on c.id = m."cohortId"
    join "CohortCourse" p on p."cohortId" = c.id and p."courseId" = e."courseId"
  where e.id = ${enrolmentId}::uuid
  order by c."archivedAt" is not null
      or c."endsOn" < (clock_timestamp() at time zone ${ZONE})::date,
    (select min(v.at) from "MemberMove" v where v."memberId" = m.id and v."to" = 'active'),
    m.id
  limit 1)`

/**
 * Opens an attempt with its questions, in one statement, and fixes the cohort that it counts for. If its number is
 * taken, nothing changes.
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

/** The questions of the attempt with this id, as one column; null if there are none. */
export const questionsOf = (attemptId: Prisma.Sql) => Prisma.sql`
  (select json_agg(json_build_object('position', q.position, 'questionId', q."questionId", 'order', q."order",
      'answer', q.answer, 'certainty', q.certainty, 'flagged', q.flagged, 'givenAt', ${GIVEN_AT}) order by q.position)
    from "AttemptQuestion" q where q."attemptId" = ${attemptId})`

export async function findQuestions(sql: Sql, attemptId: string): Promise<QuestionRow[]> {
  return sql.$queryRaw<QuestionRow[]>`
    select position, "questionId", "order", answer, certainty, flagged, ${GIVEN_AT} as "givenAt"
    from "AttemptQuestion" q where "attemptId" = ${attemptId}::uuid order by position`
}

/** The questions of several attempts, by attempt. */
export async function findQuestionsOf(db: Db, attemptIds: readonly string[]) {
  const rows = await db.attemptQuestion.findMany({
    where: { attemptId: { in: [...attemptIds] } },
    select: { attemptId: true, questionId: true, answer: true },
    orderBy: { position: 'asc' },
  })
  const of = new Map<string, { questionId: string; answer: Answer | null }[]>()
  for (const { attemptId, questionId, answer } of rows) {
    const known = of.get(attemptId) ?? []
    of.set(attemptId, [...known, { questionId, answer: answer as Answer | null }])
  }
  return of
}

/** The answers of the last exam that a person handed in of a course. */
export type LastAnswers = {
  courseId: string
  releaseId: string
  answers: { questionId: string; answer: Answer | null }[]
  /** The proposals because of which the exam was graded again. */
  regrades: readonly RegradeKey[] | null
}

/** One row for each of her courses with an exam that she handed in and whose answers are kept. */
export async function findLastAnswers(sql: Sql, accountId: string): Promise<LastAnswers[]> {
  return sql.$queryRaw<LastAnswers[]>`
    select last."courseId", last."releaseId", ${regradesOf(Prisma.sql`last.id`)} as regrades,
      json_agg(json_build_object('questionId', q."questionId", 'answer', q.answer) order by q.position) as answers
    from (
      select distinct on (e.id) e."courseId", t.id, t."releaseId"
      from "Enrolment" e join "Attempt" t on t."enrolmentId" = e.id and t."handedInAt" is not null
      where e."accountId" = ${accountId}::uuid order by e.id, t.number desc
    ) last join "AttemptQuestion" q on q."attemptId" = last.id
    group by last.id, last."courseId", last."releaseId"`
}

/**
 * Ids of the questions that the learner of an enrolment has seen: those of all its attempts, and of both tests of its
 * course in a cohort or a seminar in which she has begun one of them.
 */
export async function findSeenQuestions(sql: Sql, enrolmentId: string): Promise<Set<string>> {
  const rows = await sql.$queryRaw<{ questionId: string }[]>`
    select distinct q."questionId" from "AttemptQuestion" q join "Attempt" a on a.id = q."attemptId"
    where a."enrolmentId" = ${enrolmentId}::uuid
    union
    select q ->> 'questionId' from "Enrolment" e join "TestSitting" s on s."accountId" = e."accountId"
        and s."courseId" = e."courseId" and s.form in ('before', 'after')
      join "TestForms" f on f."cohortId" = s."cohortId" and f."courseId" = s."courseId"
      cross join jsonb_array_elements(f.before || f.after) q
    where e.id = ${enrolmentId}::uuid
    union
    select q ->> 'questionId' from "Enrolment" e join "TestSitting" s on s."accountId" = e."accountId"
        and s."courseId" = e."courseId"
      join "SeminarTests" f on f."seminarId" = s."seminarId" and f."courseId" = s."courseId"
      cross join jsonb_array_elements(f.before || f.after) q
    where e.id = ${enrolmentId}::uuid`
  return new Set(rows.map((row) => row.questionId))
}

export type QuestionChange = {
  answer?: Answer | null | undefined
  certainty?: Certainty | null | undefined
  flagged?: boolean | undefined
}

/**
 * Saves the changed parts of one question. The time at which a part was given orders the saves of several devices: a
 * part that is older than the stored one is dropped. That time is counted back from the clock of the database, since
 * those of two servers never quite agree. The attempt row is locked against handing in, so that an answer is either
 * graded or refused, never lost in between.
 *
 * @param givenAt the time by the clock of the database, if the page knows it; otherwise `ageMs`, the age of the change,
 * counts.
 * @returns stale if any part was dropped.
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
      returning ${arePartsStored(change)} as whole
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

/** For each part, whether it is given and newer than the stored one. */
function newerParts(change: QuestionChange): Record<AnswerPart, Prisma.Sql> {
  const newer = (part: AnswerPart) =>
    change[part] === undefined ? Prisma.sql`false` : Prisma.sql`${SEQ[part]} <= given.seq`
  return { answer: newer('answer'), certainty: newer('certainty'), flagged: newer('flagged') }
}

/** Whether all given parts are stored after the update. */
function arePartsStored(change: QuestionChange): Prisma.Sql {
  const given = ANSWER_PARTS.filter((part) => change[part] !== undefined)
  return Prisma.join([Prisma.sql`true`, ...given.map((part) => Prisma.sql`${SEQ[part]} = given.seq`)], ' and ')
}

/** Locks the attempt until the transaction ends, and returns its state; null if it was deleted. */
export async function lockAttempt(sql: Sql, attemptId: string): Promise<{ handedInAt: Date | null } | null> {
  const rows = await sql.$queryRaw<{ handedInAt: Date | null }[]>`
    select "handedInAt" from "Attempt" where id = ${attemptId}::uuid for update`
  return rows[0] ?? null
}

/** `language`: the language of the page on which the exam is handed in. */
type Closed = { earned: number; possible: number; passed: boolean; language: Locale }

/**
 * Closes an attempt that is locked, never before its start: the clock of a server may have dated the start of an old
 * attempt.
 *
 * @returns the time of the hand-in.
 */
export async function closeAttempt(
  sql: Sql,
  id: string,
  { earned, possible, passed, language }: Closed,
): Promise<Date> {
  const rows = await sql.$queryRaw<{ handedInAt: Date }[]>`
    update "Attempt" set "handedInAt" = greatest(clock_timestamp(), "startedAt"), earned = ${earned},
      possible = ${possible}, passed = ${passed}, language = ${language}
    where id = ${id}::uuid returning "handedInAt"`
  const row = rows[0]
  if (!row) throw new Error('an attempt that was locked is gone')
  return row.handedInAt
}

function toJson(answer: Answer | null): string | null {
  return answer === null ? null : JSON.stringify(answer)
}
