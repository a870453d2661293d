import 'server-only'
import { type Localized, localizedSchema } from '@/domain/locale'
import type { Asking } from '@/domain/survey/subtraction'
import { surveyQuestionsSchema } from '@/domain/survey/survey'
import { type Day, dayOf } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'
import { accountsToAsk, type SurveyScope } from './people-to-ask'

/**
 * The groups whose people a survey asks: the cohort; the cohorts of the institution with the course, and the course
 * itself, since a cohort may be added; the seminar, with its cohort and its course.
 */
const groups = (
  institutionId: Prisma.Sql,
  cohortId: Prisma.Sql,
  courseId: Prisma.Sql,
  seminarId: Prisma.Sql,
) => Prisma.sql`
  array(
    select ${cohortId}::text where ${cohortId} is not null
    union select ${courseId} where ${courseId} is not null
    union select c.id::text from "Cohort" c join "CohortCourse" p on p."cohortId" = c.id
      where c."institutionId" = ${institutionId} and p."courseId" = ${courseId}
    union select ${seminarId}::text where ${seminarId} is not null
    union select g from "Seminar" m, unnest(array[m."cohortId"::text, m."courseId"]) g
      where m.id = ${seminarId} and g is not null)`

export async function findGroups(sql: Sql, survey: SurveyScope): Promise<string[]> {
  const of = groups(
    Prisma.sql`${survey.institutionId}::uuid`,
    Prisma.sql`${survey.cohortId}::uuid`,
    Prisma.sql`${survey.courseId}::text`,
    Prisma.sql`${survey.seminarId}::uuid`,
  )
  const [row] = await sql.$queryRaw<{ groups: string[] }[]>`select ${of} as groups`
  return row?.groups ?? []
}

/** `inCommon`: how many accounts it asks that the survey in question asks too; 0 before it has opened. */
export type OtherAsking = Asking & { id: string; titles: Localized; closesAt: Date | null; inCommon: number }

/**
 * The other surveys of the institution that are scheduled or open. The one that closes last comes first, after those
 * that have not opened.
 */
export async function findOtherAsking(
  sql: Sql,
  survey: SurveyScope & { id: string; opensOn: Day },
  now: Date,
): Promise<OtherAsking[]> {
  const of = groups(
    Prisma.sql`s."institutionId"`,
    Prisma.sql`s."cohortId"`,
    Prisma.sql`s."courseId"`,
    Prisma.sql`s."seminarId"`,
  )
  const rows = await sql.$queryRaw<Row[]>`
    with asked as materialized (${accountsToAsk(survey, survey.opensOn)})
    select s.id, s.titles, s.questions, s."opensOn", s."openedAt", s."closesAt", ${of} as groups,
      (select count(*)::int from "SurveyTicket" t join asked on asked.id = t."accountId" where t."surveyId" = s.id)
        as "inCommon"
    from "Survey" s
    where s."institutionId" = ${survey.institutionId}::uuid and s.id <> ${survey.id}::uuid and s."opensOn" is not null
      and s."withdrawnAt" is null and (s."closesAt" is null or s."closesAt" > ${now})
    order by s."closesAt" desc nulls first, s.id`
  return rows.map(({ titles, questions, opensOn, openedAt, ...rest }) => ({
    ...rest,
    titles: localizedSchema.parse(titles),
    questions: surveyQuestionsSchema.parse(questions),
    opensOn: openedAt ? dayOf(openedAt) : opensOn.toISOString().slice(0, 10),
  }))
}

type Row = Pick<OtherAsking, 'id' | 'closesAt' | 'groups' | 'inCommon'> & {
  titles: unknown
  questions: unknown
  opensOn: Date
  openedAt: Date | null
}
