import 'server-only'
import type { Answer } from '@/domain/exam/answer'
import type { Db } from './client'

/** Her last answers to the inline questions of a course, by question id. */
export async function findPracticeAnswers(db: Db, enrolmentId: string): Promise<Map<string, Answer>> {
  const rows = await db.$queryRaw<{ questionId: string; answer: Answer }[]>`
    select "questionId", answer from "PracticeAnswer" where "enrolmentId" = ${enrolmentId}::uuid`
  return new Map(rows.map((row) => [row.questionId, row.answer]))
}

export async function savePracticeAnswer(
  db: Db,
  enrolmentId: string,
  questionId: string,
  answer: Answer,
  now: Date,
): Promise<void> {
  await db.$executeRaw`
    insert into "PracticeAnswer" ("enrolmentId", "questionId", answer, "answeredAt")
    values (${enrolmentId}::uuid, ${questionId}, ${JSON.stringify(answer)}::jsonb, ${now})
    on conflict ("enrolmentId", "questionId") do update set answer = excluded.answer, "answeredAt" = excluded."answeredAt"`
}
