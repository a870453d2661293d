import 'server-only'
import type { Answer } from '@/domain/question/answer'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** `releaseId`: the release in which she read the question. */
type GivenAnswer = { questionId: string; answer: Answer; releaseId: string }
export type PracticeAnswerRow = GivenAnswer & { tries: number }
/** `seconds`: an answer is a further try if it comes at least so long after her last answer in the course. */
export type AnswerToSave = GivenAnswer & { seconds: number }

/** The learner's last answers to the inline questions of a course. */
export async function findPracticeAnswers(sql: Sql, enrolmentId: string): Promise<PracticeAnswerRow[]> {
  return sql.$queryRaw<PracticeAnswerRow[]>`
    select "questionId", answer, "releaseId", tries from "PracticeAnswer" where "enrolmentId" = ${enrolmentId}::uuid`
}

/** Her answers to the inline questions of all her courses. */
export async function findPracticeAnswersOf(
  sql: Sql,
  accountId: string,
): Promise<(PracticeAnswerRow & { enrolmentId: string })[]> {
  return sql.$queryRaw`
    select p."enrolmentId", p."questionId", p.answer, p."releaseId", p.tries
    from "PracticeAnswer" p join "Enrolment" e on e.id = p."enrolmentId" where e."accountId" = ${accountId}::uuid`
}

/** The same as JSON, for `"Enrolment" e`: a column of another query. */
export const PRACTICE_ANSWERS_JSON = Prisma.sql`(select json_agg(json_build_object('questionId', p."questionId",
  'answer', p.answer, 'releaseId', p."releaseId", 'tries', p.tries)) from "PracticeAnswer" p where p."enrolmentId" = e.id)`

/**
 * Sets the answer, and counts the try. The number stops at two, which is all that anybody asks.
 *
 * @param at when the answer was given
 */
const replaceAnswer = (seconds: number, at: Date) => Prisma.sql`answer = excluded.answer,
  "answeredAt" = excluded."answeredAt", "releaseId" = excluded."releaseId",
  tries = case when p.tries < 2 and ${at}::timestamptz - make_interval(secs => ${seconds}) >= greatest(p."answeredAt",
    (select max(o."answeredAt") from "PracticeAnswer" o where o."enrolmentId" = p."enrolmentId")) then 2 else p.tries end`

/** @returns the number of her tries */
export async function savePracticeAnswer(
  sql: Sql,
  enrolmentId: string,
  { questionId, answer, releaseId, seconds }: AnswerToSave,
  now: Date,
): Promise<number> {
  const [saved] = await sql.$queryRaw<[{ tries: number }]>`
    insert into "PracticeAnswer" as p ("enrolmentId", "questionId", answer, "answeredAt", "releaseId")
    values (${enrolmentId}::uuid, ${questionId}, ${JSON.stringify(answer)}::jsonb, ${now}, ${releaseId}::uuid)
    on conflict ("enrolmentId", "questionId") do update set ${replaceAnswer(seconds, now)}
    returning tries`
  return saved.tries
}

/** Saves an answer that was given a while ago. @returns false if the stored answer is newer, or was given then. */
export async function savePracticeAnswerOf(
  sql: Sql,
  enrolmentId: string,
  { questionId, answer, releaseId, seconds }: AnswerToSave,
  givenAt: Date,
): Promise<boolean> {
  const rows = await sql.$executeRaw`
    insert into "PracticeAnswer" as p ("enrolmentId", "questionId", answer, "answeredAt", "releaseId")
    select e.id, ${questionId}, ${JSON.stringify(answer)}::jsonb, ${givenAt}::timestamptz, ${releaseId}::uuid
    from "Enrolment" e where e.id = ${enrolmentId}::uuid for key share
    on conflict ("enrolmentId", "questionId") do update set ${replaceAnswer(seconds, givenAt)}
      where p."answeredAt" < excluded."answeredAt"`
  return rows > 0
}

/** If one act is sent twice, its age is measured with a different delay each time. */
const SAME_ACT_MS = 120_000

/** True if this very answer is stored with about this time: the act had arrived before, and only the reply was lost. */
export async function hasPracticeAnswerOf(
  sql: Sql,
  enrolmentId: string,
  { questionId, answer }: Pick<GivenAnswer, 'questionId' | 'answer'>,
  givenAt: Date,
): Promise<boolean> {
  const [from, to] = [-SAME_ACT_MS, SAME_ACT_MS].map((ms) => new Date(givenAt.getTime() + ms))
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 from "PracticeAnswer" p where p."enrolmentId" = ${enrolmentId}::uuid and p."questionId" = ${questionId}
      and p.answer = ${JSON.stringify(answer)}::jsonb and p."answeredAt" between ${from} and ${to}`
  return rows.length > 0
}
