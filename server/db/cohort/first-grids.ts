import 'server-only'
import { type GridAnswers, gridAnswersSchema } from '@/domain/practice/grid-answers'
import type { Sql } from '../sql'

export type FirstGridRow = { caseId: string; releaseId: string; answers: GridAnswers }

/**
 * The first attempts at grids that the people of a cohort handed in before a moment, the earliest first: one for each
 * person and file, without the person. Everyone who has ever been staff of the institution is left out: the readers of
 * the figures know their own answers.
 */
export async function findFirstGrids(
  sql: Sql,
  { id, institutionId }: { id: string; institutionId: string },
  until: Date,
): Promise<FirstGridRow[]> {
  const rows = await sql.$queryRaw<FirstGridRow[]>`
    select g."caseId", g."releaseId", g.answers from "CohortMember" m
      join lateral (
        select distinct on (x."caseId") x."caseId", x."releaseId", x.answers, x."handedInAt" from "GridAttempt" x
        where x."accountId" = m."accountId" and x."handedInAt" < ${until} order by x."caseId", x.number) g on true
    where m."cohortId" = ${id}::uuid and m.status = 'active'
      and not exists (
        select 1 from "Role" r where r."accountId" = m."accountId" and r."institutionId" = ${institutionId}::uuid
          and r.role in ('tutor', 'administrator'))
    order by g."caseId", g."handedInAt"`
  return rows.map((row) => ({ ...row, answers: gridAnswersSchema.parse(row.answers) }))
}
