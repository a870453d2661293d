import 'server-only'
import type { Answer } from '@/domain/exam/answer'
import type { Sql } from './sql'

/** `releaseId`: the release in which she read the question. */
export type PracticeAnswerRow = { questionId: string; answer: Answer; releaseId: string }

/** The learner's last answers to the inline questions of a course. */
export async function findPracticeAnswers(sql: Sql, enrolmentId: string): Promise<PracticeAnswerRow[]> {
  return sql.$queryRaw<PracticeAnswerRow[]>`
    select "questionId", answer, "releaseId" from "PracticeAnswer" where "enrolmentId" = ${enrolmentId}::uuid`
}

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
