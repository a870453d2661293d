import 'server-only'
import type { SittingForm } from '@/domain/cohort/test-availability'
import type { Answer } from '@/domain/question/answer'
import type { OfSeminar } from '../seminar/seminar-tests'
import type { Sql } from '../sql'

export type TestTaken = {
  accountId: string
  form: SittingForm
  handedInAt: Date
  /** By position, from 1; questions without an answer are missing. */
  answers: Record<string, Answer>
}

/**
 * The tests of a course of a cohort that were handed in before a moment: one query by an index of the cohort. It leaves
 * out everyone who has ever been staff of the institution, as `findFirstAttempts` does, and tests without an answer:
 * none was given, or they have expired.
 */
export async function findTestsTaken(
  sql: Sql,
  { id, courseId, institutionId }: { id: string; courseId: string; institutionId: string },
  until: Date,
): Promise<TestTaken[]> {
  return sql.$queryRaw<TestTaken[]>`
    select s."accountId", s.form, s."handedInAt", g.answers
    from "TestSitting" s
      join lateral (
        select json_object_agg(a.position, a.answer) as answers from "TestAnswer" a where a."sittingId" = s.id) g
        on g.answers is not null
    where s."cohortId" = ${id}::uuid and s."courseId" = ${courseId} and s."handedInAt" < ${until}
      and not exists (
        select 1 from "Role" r
        where r."accountId" = s."accountId" and r."institutionId" = ${institutionId}::uuid
          and r.role in ('tutor', 'administrator'))`
}

/**
 * The tests of a seminar that were handed in before a moment. It leaves out everyone who has ever been staff of an
 * institution that organises it, and tests that have no answer.
 */
export async function findSeminarTaken(
  sql: Sql,
  { seminarId, courseId }: OfSeminar,
  institutionIds: readonly string[],
  until: Date,
): Promise<TestTaken[]> {
  return sql.$queryRaw<TestTaken[]>`
    select s."accountId", s.form, s."handedInAt", g.answers
    from "TestSitting" s
      join lateral (
        select json_object_agg(a.position, a.answer) as answers from "TestAnswer" a where a."sittingId" = s.id) g
        on g.answers is not null
    where s."seminarId" = ${seminarId}::uuid and s."courseId" = ${courseId} and s."handedInAt" < ${until}
      and not exists (
        select 1 from "Role" r
        where r."accountId" = s."accountId" and r."institutionId" = any(${[...institutionIds]}::uuid[])
          and r.role in ('tutor', 'administrator'))`
}
