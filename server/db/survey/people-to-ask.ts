import 'server-only'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'

/** The subject of a survey: an institution, and a cohort, a course or a seminar of it. */
export type SurveyScope = {
  institutionId: string
  cohortId: string | null
  courseId: string | null
  seminarId: string | null
}

/**
 * Selects the accounts that a survey asks if it opens on `day`: of everybody who takes part and whom letters reach
 * (guests: `insertGuestTickets`), the people registered for the seminar, those of the cohort, or those of all cohorts
 * of the institution in which the course has begun. Nobody who has ever been its staff is asked.
 */
export function accountsToAsk(survey: SurveyScope, day: Day): Prisma.Sql {
  const { institutionId, seminarId } = survey
  return Prisma.sql`
    select a.id from "Account" a
    where a."disabledAt" is null and a."emailConfirmedAt" is not null
      and exists (${seminarId === null ? takesPart(survey, day) : isRegistered(seminarId)})
      and not exists (select 1 from "Role" o where o."accountId" = a.id and o."institutionId" = ${institutionId}::uuid
        and o.role in ('tutor', 'administrator'))`
}

/** Nobody is asked about a seminar that did not take place. */
const isRegistered = (seminarId: string) => Prisma.sql`
  select 1 from "SeminarRegistration" r join "Seminar" s on s.id = r."seminarId"
  where r."accountId" = a.id and r."seminarId" = ${seminarId}::uuid and r.status = 'registered'
    and s.status <> 'cancelled'`

const takesPart = ({ institutionId, cohortId, courseId }: SurveyScope, day: Day) => Prisma.sql`
  select 1 from "CohortMember" m join "Cohort" c on c.id = m."cohortId"
  where m."accountId" = a.id and m.status = 'active' and c."institutionId" = ${institutionId}::uuid
    and c."startsOn" <= ${day}::date
    and (${cohortId}::uuid is null or c.id = ${cohortId}::uuid)
    and (${courseId}::text is null or exists (
      select 1 from "CohortCourse" p where p."cohortId" = c.id and p."courseId" = ${courseId}))`
