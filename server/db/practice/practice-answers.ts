import 'server-only'
import type { Answer } from '@/domain/question/answer'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** `releaseId`: the release in which she read the question. */
export type PracticeAnswerRow = { questionId: string; answer: Answer; releaseId: string }

/** The learner's last answers to the inline questions of a course. */
export async function findPracticeAnswers(sql: Sql, enrolmentId: string): Promise<PracticeAnswerRow[]> {
  return sql.$queryRaw<PracticeAnswerRow[]>`
    select "questionId", answer, "releaseId" from "PracticeAnswer" where "enrolmentId" = ${enrolmentId}::uuid`
}

/** The same as JSON, for `"Enrolment" e`: a column of another query. */
export const PRACTICE_ANSWERS_JSON = Prisma.sql`(select json_agg(json_build_object('questionId', p."questionId",
  'answer', p.answer, 'releaseId', p."releaseId")) from "PracticeAnswer" p where p."enrolmentId" = e.id)`

export async function savePracticeAnswer(
  sql: Sql,
  enrolmentId: string,
  { questionId, answer, releaseId }: PracticeAnswerRow,
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "PracticeAnswer" ("enrolmentId", "questionId", answer, "answeredAt", "releaseId")
    values (${enrolmentId}::uuid, ${questionId}, ${JSON.stringify(answer)}::jsonb, ${now}, ${releaseId}::uuid)
    on conflict ("enrolmentId", "questionId") do update
      set answer = excluded.answer, "answeredAt" = excluded."answeredAt", "releaseId" = excluded."releaseId"`
}

/** Saves an answer that was given a while ago. @returns false if the stored answer is newer, or was given then. */
export async function savePracticeAnswerOf(
  sql: Sql,
  enrolmentId: string,
  { questionId, answer, releaseId }: PracticeAnswerRow,
  givenAt: Date,
): Promise<boolean> {
  const rows = await sql.$executeRaw`
    insert into "PracticeAnswer" ("enrolmentId", "questionId", answer, "answeredAt", "releaseId")
    select e.id, ${questionId}, ${JSON.stringify(answer)}::jsonb, ${givenAt}::timestamptz, ${releaseId}::uuid
    from "Enrolment" e where e.id = ${enrolmentId}::uuid for key share
    on conflict ("enrolmentId", "questionId") do update
      set answer = excluded.answer, "answeredAt" = excluded."answeredAt", "releaseId" = excluded."releaseId"
      where "PracticeAnswer"."answeredAt" < excluded."answeredAt"`
  return rows > 0
}

/** If one act is sent twice, its age is measured with a different delay each time. */
const SAME_ACT_MS = 120_000

/** True if this very answer is stored with about this time: the act had arrived before, and only the reply was lost. */
export async function hasPracticeAnswerOf(
  sql: Sql,
  enrolmentId: string,
  { questionId, answer }: Omit<PracticeAnswerRow, 'releaseId'>,
  givenAt: Date,
): Promise<boolean> {
  const [from, to] = [-SAME_ACT_MS, SAME_ACT_MS].map((ms) => new Date(givenAt.getTime() + ms))
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "PracticeAnswer" p where p."enrolmentId" = ${enrolmentId}::uuid and p."questionId" = ${questionId}
      and p.answer = ${JSON.stringify(answer)}::jsonb and p."answeredAt" between ${from} and ${to}`
  return rows.length > 0
}
