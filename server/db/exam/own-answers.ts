import 'server-only'
import type { Answer, Certainty } from '@/domain/question/answer'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import { type RegradeKey, regradesOf } from './regrades'

/** `releaseId`: the release in which she read the question. */
export type OwnAnswerRow = {
  courseId: string
  releaseId: string
  questionId: string
  answer: Answer | null
  certainty: Certainty | null
  /** The proposals because of which the exam of the answer was graded again. */
  regrades: readonly RegradeKey[] | null
}

/**
 * A person's last answer to each practice question, to each question of her reviews, and to each question of the exams
 * that she has handed in for these enrolments.
 *
 * @param enrolmentIds those of the exams whose key is open to her.
 */
export async function findOwnAnswers(
  sql: Sql,
  accountId: string,
  enrolmentIds: readonly string[],
): Promise<OwnAnswerRow[]> {
  return sql.$queryRaw<OwnAnswerRow[]>`
    select e."courseId", p."releaseId", p."questionId", p.answer, null as certainty, null::json as regrades
    from "PracticeAnswer" p join "Enrolment" e on e.id = p."enrolmentId" where e."accountId" = ${accountId}::uuid
    union all
    (select distinct on (e.id, q."questionId") e."courseId", a."releaseId", q."questionId", q.answer, q.certainty,
      ${regradesOf(Prisma.sql`a.id`)} as regrades
    from "Enrolment" e join "Attempt" a on a."enrolmentId" = e.id and a."handedInAt" is not null
      join "AttemptQuestion" q on q."attemptId" = a.id
    where e."accountId" = ${accountId}::uuid and e.id = any(${enrolmentIds}::uuid[])
    order by e.id, q."questionId", a.number desc)
    union all
    (select distinct on (c.id) c."courseId", r."releaseId", c."questionId", r.answer, r.certainty, null::json
    from "ReviewCard" c join "ReviewAnswer" r on r."cardId" = c.id
    where c."accountId" = ${accountId}::uuid order by c.id, r.turn desc)`
}
