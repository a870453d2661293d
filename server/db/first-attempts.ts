import 'server-only'
import type { Answer, Certainty } from '@/domain/exam/answer'
import type { Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

export type FirstAttemptRow = {
  accountId: string
  /** The language that her account prefers. */
  language: Locale
  /** When her answers came to count for the cohort: she had handed them in and taken part. */
  countedAt: Date
  questions: { questionId: string; answer: Answer | null; certainty: Certainty | null }[]
}

/**
 * The first exam handed in by everyone who has ever taken part in a cohort, where it was on the cohort's release: leaving
 * takes nobody out, or her answers would be what the figures lose. One query, each join by an index of this cohort's people
 * alone.
 */
export async function findFirstAttempts(
  db: Db,
  cohort: { id: string; courseId: string; releaseId: string },
  until: Date,
): Promise<FirstAttemptRow[]> {
  return db.$queryRaw<FirstAttemptRow[]>(firstAttempts(cohort, until))
}

/** The query alone, for whoever wants to see its plan. */
export function firstAttempts(
  { id, courseId, releaseId }: { id: string; courseId: string; releaseId: string },
  until: Date,
) {
  return Prisma.sql`
    select a.id as "accountId", a.locale as language, greatest(f."handedInAt", j.at) as "countedAt", q.questions
    from "CohortMember" m
      join "Account" a on a.id = m."accountId"
      join "Enrolment" e on e."accountId" = a.id and e."courseId" = ${courseId}
      join lateral (select min(v.at) as at from "MemberMove" v where v."memberId" = m.id and v."to" = 'active') j
        on j.at < ${until}
      join lateral (
        select x.id, x."releaseId", x."handedInAt" from "Attempt" x
        where x."enrolmentId" = e.id and x."handedInAt" is not null order by x.number limit 1) f
        on f."releaseId" = ${releaseId}::uuid and f."handedInAt" < ${until}
      join lateral (
        select json_agg(json_build_object('questionId', s."questionId", 'answer', s.answer, 'certainty', s.certainty)
          order by s.position) as questions
        from "AttemptQuestion" s where s."attemptId" = f.id) q on true
    where m."cohortId" = ${id}::uuid`
}
