import 'server-only'
import type { Answer, Certainty } from '@/domain/question/answer'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Db, Tx } from '../client'
import { type RegradeKey, regradesOf } from '../exam/regrades'
import type { Sql } from '../sql'

export type ReviewCardRow = { id: string; questionId: string; turn: number; dueOn: Day | null }
export type ReviewPlanRow = {
  courseId: string
  startedOn: Day
  pausedUntil: Day | null
  stopped: boolean
  cards: readonly ReviewCardRow[]
}
export type ReviewAnswerRow = {
  releaseId: string
  answer: Answer
  certainty: Certainty | null
  right: boolean
  answeredAt: Date
}

/** A person's plans with their questions, the oldest first. */
export async function findReviewPlans(sql: Sql, accountId: string): Promise<ReviewPlanRow[]> {
  return sql.$queryRaw<ReviewPlanRow[]>`
    select p."courseId", p."startedOn"::text as "startedOn", p."pausedUntil"::text as "pausedUntil",
      p."stoppedAt" is not null as stopped,
      coalesce((select json_agg(json_build_object('id', c.id, 'questionId', c."questionId", 'turn', c.turn,
          'dueOn', c."dueOn") order by c.id)
        from "ReviewCard" c where c."accountId" = p."accountId" and c."courseId" = p."courseId"), '[]') as cards
    from "ReviewPlan" p where p."accountId" = ${accountId}::uuid order by p."startedOn", p."courseId"`
}

export type GivenReview = { cardId: string; courseId: string; questionId: string; turn: number } & Pick<
  ReviewAnswerRow,
  'right' | 'answeredAt'
>

/** Her answers since a moment, the first one first. */
export async function findReviewsSince(sql: Sql, accountId: string, since: Date): Promise<GivenReview[]> {
  return sql.$queryRaw<GivenReview[]>`
    select r."cardId", c."courseId", c."questionId", r.turn, r."right", r."answeredAt"
    from "ReviewCard" c join "ReviewAnswer" r on r."cardId" = c.id
    where c."accountId" = ${accountId}::uuid and r."answeredAt" >= ${since} order by r."answeredAt", r.turn`
}

export type NewPlan = { accountId: string; courseId: string; startedOn: Day }

/** @returns false if she has such a plan already: its questions stay as they are. */
export async function insertReviewPlan(
  tx: Tx,
  { accountId, courseId, startedOn }: NewPlan,
  cards: readonly { questionId: string; dueOn: Day }[],
): Promise<boolean> {
  const plan = { accountId, courseId, startedOn: new Date(startedOn) }
  const { count } = await tx.reviewPlan.createMany({ data: plan, skipDuplicates: true })
  if (count === 0) return false
  const rows = cards.map(({ questionId, dueOn }) => ({ accountId, courseId, questionId, dueOn: new Date(dueOn) }))
  await tx.reviewCard.createMany({ data: rows })
  return true
}

export type PlanChange = { pausedUntil?: Day | null; stoppedAt?: Date | null }

/** @returns false if she has no such plan. */
export async function changeReviewPlan(
  db: Db,
  accountId: string,
  courseId: string,
  { pausedUntil, ...change }: PlanChange,
): Promise<boolean> {
  const pause = pausedUntil === undefined ? {} : { pausedUntil: pausedUntil === null ? null : new Date(pausedUntil) }
  const { count } = await db.reviewPlan.updateMany({ where: { accountId, courseId }, data: { ...change, ...pause } })
  return count === 1
}

/** A question of a plan, with its owner. */
export type OwnedCard = ReviewCardRow &
  Pick<ReviewPlanRow, 'courseId' | 'startedOn' | 'pausedUntil' | 'stopped'> & { accountId: string }

export async function findReviewCard(sql: Sql, cardId: string): Promise<OwnedCard | null> {
  const rows = await sql.$queryRaw<OwnedCard[]>`
    select c.id, c."questionId", c.turn, c."dueOn"::text as "dueOn", c."accountId", c."courseId",
      p."startedOn"::text as "startedOn", p."pausedUntil"::text as "pausedUntil", p."stoppedAt" is not null as stopped
    from "ReviewCard" c join "ReviewPlan" p on p."accountId" = c."accountId" and p."courseId" = c."courseId"
    where c.id = ${cardId}::uuid`
  return rows[0] ?? null
}

export async function findReviewAnswer(sql: Sql, cardId: string, turn: number): Promise<ReviewAnswerRow | null> {
  const rows = await sql.$queryRaw<ReviewAnswerRow[]>`
    select "releaseId", answer, certainty, "right", "answeredAt" from "ReviewAnswer"
    where "cardId" = ${cardId}::uuid and turn = ${turn}`
  return rows[0] ?? null
}

/** Locks a question, so that two windows answer it one after the other. @returns its next turn; null if it is gone. */
export async function lockReviewCard(sql: Sql, cardId: string): Promise<number | null> {
  const rows = await sql.$queryRaw<{ turn: number }[]>`
    select turn from "ReviewCard" where id = ${cardId}::uuid for update`
  return rows[0]?.turn ?? null
}

/** Whether each answer to a question was right, and when it was given, the first one first. */
export async function findReviewHistory(
  sql: Sql,
  cardId: string,
): Promise<Pick<ReviewAnswerRow, 'right' | 'answeredAt'>[]> {
  return sql.$queryRaw`
    select "right", "answeredAt" from "ReviewAnswer" where "cardId" = ${cardId}::uuid order by turn`
}

export async function insertReviewAnswer(
  sql: Sql,
  { cardId, turn }: { cardId: string; turn: number },
  { releaseId, answer, certainty, right, answeredAt }: ReviewAnswerRow,
): Promise<void> {
  await sql.$executeRaw`
    insert into "ReviewAnswer" ("cardId", turn, "releaseId", answer, certainty, "right", "answeredAt")
    values (${cardId}::uuid, ${turn}, ${releaseId}::uuid, ${JSON.stringify(answer)}::jsonb, ${certainty}, ${right}, ${answeredAt})`
}

/** @param dueOn null: she has learned it. */
export async function setNextTurn(sql: Sql, cardId: string, turn: number, dueOn: Day | null): Promise<void> {
  await sql.$executeRaw`
    update "ReviewCard" set turn = ${turn}, "dueOn" = ${dueOn}::date where id = ${cardId}::uuid`
}

export type CourseAnswer = {
  questionId: string
  answer: Answer | null
  releaseId: string
  /** The proposals because of which the exam of the answer was graded again. */
  regrades: readonly RegradeKey[] | null
}

/** Her answers in a course, from the exam that she handed in last and from practice, each with its release. */
export async function findCourseAnswers(sql: Sql, enrolmentId: string): Promise<CourseAnswer[]> {
  return sql.$queryRaw<CourseAnswer[]>`
    select q."questionId", q.answer, t."releaseId", ${regradesOf(Prisma.sql`t.id`)} as regrades
    from "AttemptQuestion" q join "Attempt" t on t.id = q."attemptId"
    where t.id = (select a.id from "Attempt" a where a."enrolmentId" = ${enrolmentId}::uuid and a."handedInAt" is not null
      order by a.number desc limit 1)
    union all
    select "questionId", answer, "releaseId", null::json from "PracticeAnswer" where "enrolmentId" = ${enrolmentId}::uuid`
}
