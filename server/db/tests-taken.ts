import 'server-only'
import type { TestForm } from '@/domain/cohort/test-standing'
import type { Answer } from '@/domain/exam/answer'
import type { Db } from './client'

export type TestTaken = {
  accountId: string
  form: TestForm
  handedInAt: Date
  /** By position, from 1; null when all were left out. */
  answers: Record<string, Answer> | null
}

/**
 * The tests of a cohort that were handed in before a moment: one query by an index of the cohort. Who has ever been staff of
 * its institution is left out, as in `findFirstAttempts`.
 */
export async function findTestsTaken(
  db: Db,
  { id, institutionId }: { id: string; institutionId: string },
  until: Date,
): Promise<TestTaken[]> {
  return db.$queryRaw<TestTaken[]>`
    select s."accountId", s.form, s."handedInAt",
      (select json_object_agg(a.position, a.answer) from "TestAnswer" a where a."sittingId" = s.id) as answers
    from "TestSitting" s where s."cohortId" = ${id}::uuid and s."handedInAt" < ${until}
      and not exists (
        select 1 from "Role" r
        where r."accountId" = s."accountId" and r."institutionId" = ${institutionId}::uuid
          and r.role in ('tutor', 'administrator'))`
}
