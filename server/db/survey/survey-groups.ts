import 'server-only'
import { type Localized, localizedSchema } from '@/domain/locale'
import type { Asking } from '@/domain/survey/subtraction'
import { surveyQuestionsSchema } from '@/domain/survey/survey'
import { dayOf } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** The subject of a survey: an institution, and a cohort, a course or a seminar of it. */
export type SurveyScope = {
  institutionId: string
  cohortId: string | null
  courseId: string | null
  seminarId: string | null
}

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

/** The other surveys of the institution that are scheduled or open. */
export async function findOtherAsking(
  sql: Sql,
  { id, institutionId }: { id: string; institutionId: string },
  now: Date,
): Promise<(Asking & { id: string; titles: Localized })[]> {
  const of = groups(
    Prisma.sql`s."institutionId"`,
    Prisma.sql`s."cohortId"`,
    Prisma.sql`s."courseId"`,
    Prisma.sql`s."seminarId"`,
  )
  const rows = await sql.$queryRaw<
    { id: string; titles: unknown; questions: unknown; opensOn: Date; openedAt: Date | null; groups: string[] }[]
  >`
    select s.id, s.titles, s.questions, s."opensOn", s."openedAt", ${of} as groups from "Survey" s
    where s."institutionId" = ${institutionId}::uuid and s.id <> ${id}::uuid and s."opensOn" is not null
      and s."withdrawnAt" is null and (s."closesAt" is null or s."closesAt" > ${now})`
  return rows.map(({ titles, questions, opensOn, openedAt, ...rest }) => ({
    ...rest,
    titles: localizedSchema.parse(titles),
    questions: surveyQuestionsSchema.parse(questions),
    opensOn: openedAt ? dayOf(openedAt) : opensOn.toISOString().slice(0, 10),
  }))
}
