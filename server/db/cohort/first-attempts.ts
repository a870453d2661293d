import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import { Prisma } from '@/generated/prisma/client'
import { releaseRead } from '../course/releases'
import type { Sql } from '../sql'

export type FirstAttemptRow = {
  attemptId: string
  /** The release that it was drawn from: the one that the cohort reads, or one that this corrects. */
  releaseId: string
  /** The preferred language of her account. */
  language: Locale
  questions: { questionId: string; answer: Answer | null; certainty: Certainty | null }[]
}
type Counted = { id: string; institutionId: string; releaseId: string }
/** Handed in at or after `from` (null: from the first day) and before `until`. */
export type Between = { from: Date | null; until: Date }

/**
 * The first exams that people handed in within a time, if they began them in this cohort, on the release that it reads
 * or one that this corrects. It does not matter where they went afterwards. Everyone who has ever been staff of the
 * institution is left out: the readers of the statistics know their own answers, and could subtract them from a group
 * that hides the others. Attempts whose answers have expired are left out too. It is one query, and each join uses an
 * index on this cohort alone.
 */
export async function findFirstAttempts(sql: Sql, cohort: Counted, between: Between): Promise<FirstAttemptRow[]> {
  return sql.$queryRaw<FirstAttemptRow[]>(firstAttempts(cohort, between))
}

/** Only the query, so that its plan can be examined. */
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
