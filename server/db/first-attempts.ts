import 'server-only'
import type { Answer, Certainty } from '@/domain/exam/answer'
import type { Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import { releaseRead } from './releases'
import type { Sql } from './sql'

export type FirstAttemptRow = {
  attemptId: string
  /** Of which it was drawn: the one that the cohort reads, or one that this corrects. */
  releaseId: string
  /** The language that her account prefers. */
  language: Locale
  questions: { questionId: string; answer: Answer | null; certainty: Certainty | null }[]
}
type Counted = { id: string; institutionId: string; releaseId: string }
/** Handed in from `from` on (null: from the first day) and before `until`. */
export type Between = { from: Date | null; until: Date }

/**
 * The first exams that people handed in in a time, where they had begun them in this cohort, on the release that it reads or
 * one that this corrects. Where somebody went afterwards changes nothing. Who has ever been staff of the institution is left
 * out: those who read the figures know their own answers, and would be a part of what hides the others. So is an attempt whose
 * answers have outlived their term. One query, each join by an index of this cohort's alone.
 */
export async function findFirstAttempts(sql: Sql, cohort: Counted, between: Between): Promise<FirstAttemptRow[]> {
  return sql.$queryRaw<FirstAttemptRow[]>(firstAttempts(cohort, between))
}

/** The query alone, for whoever wants to see its plan. */
export function firstAttempts({ id, institutionId, releaseId }: Counted, { from, until }: Between) {
  return Prisma.sql`
    select x.id as "attemptId", x."releaseId", a.locale as language, q.questions
    from "Attempt" x
      join "Enrolment" e on e.id = x."enrolmentId"
      join "Account" a on a.id = e."accountId"
      join lateral (
        select json_agg(json_build_object('questionId', s."questionId", 'answer', s.answer, 'certainty', s.certainty)
          order by s.position) as questions
        from "AttemptQuestion" s where s."attemptId" = x.id) q on q.questions is not null
    where x."cohortId" = ${id}::uuid and ${releaseRead(Prisma.sql`x."releaseId"`)} = ${releaseId}::uuid
      and x."handedInAt" >= coalesce(${from}::timestamptz, '-infinity') and x."handedInAt" < ${until}
      and not exists (
        select 1 from "Attempt" y
        where y."enrolmentId" = x."enrolmentId" and y.number < x.number and y."handedInAt" is not null)
      and not exists (
        select 1 from "Role" r
        where r."accountId" = e."accountId" and r."institutionId" = ${institutionId}::uuid
          and r.role in ('tutor', 'administrator'))
    order by x.id`
}
