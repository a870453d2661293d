import 'server-only'
import type { Day } from '@/domain/cohort/day'
import type { Locale } from '@/domain/locale'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'
import { releaseRead } from './releases'
import type { Sql } from './sql'

export type CohortRow = {
  id: string
  institutionId: string
  courseId: string
  /** The release that its people read: the one of its creation, or the one that corrects it. */
  releaseId: string
  name: string
  locale: Locale
  startsOn: Day
  endsOn: Day
  examOpensOn: Day | null
  seats: number | null
  archivedAt: Date | null
  copiedFromId: string | null
  tutorIds: readonly string[]
  /** The deadlines by step: the id of a lesson, or `exam`. */
  deadlines: Readonly<Record<string, Day>>
  /** In the order in which the cohort takes them; at least one. */
  courses: readonly CohortCourse[]
}
/** A course of a cohort, by the release that its people read. */
export type CohortCourse = Pick<CohortRow, 'courseId' | 'releaseId' | 'examOpensOn'>
type CohortDays = Pick<CohortRow, 'startsOn' | 'endsOn' | 'examOpensOn'>
export type NewCohort = Omit<CohortRow, 'id' | 'archivedAt' | 'tutorIds' | 'deadlines' | 'courses'>

/** The courses of a cohort, in order, as JSON. */
function coursesOf(cohortId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(json_agg(json_build_object('courseId', p."courseId",
      'releaseId', ${releaseRead(Prisma.sql`p."releaseId"`)}, 'examOpensOn', p."examOpensOn") order by p.position), '[]')
    from "CohortCourse" p where p."cohortId" = ${cohortId})`
}

/** For columns of `"Cohort" c` and of the tables that refer to it, with days and lists as JSON. One row, one query. */
const COLUMNS = Prisma.sql`c.id, c."institutionId", c."courseId",
  ${releaseRead(Prisma.sql`c."releaseId"`)} as "releaseId", c.name, c.locale,
  c."startsOn"::text as "startsOn", c."endsOn"::text as "endsOn", c."examOpensOn"::text as "examOpensOn",
  c.seats, c."archivedAt", c."copiedFromId",
  coalesce((select json_agg(t."accountId" order by t."addedAt") from "CohortTutor" t where t."cohortId" = c.id), '[]')
    as "tutorIds",
  ${coursesOf(Prisma.sql`c.id`)} as courses,
  coalesce((select json_object_agg(d.step, d."dueOn") from "Deadline" d where d."cohortId" = c.id), '{}') as deadlines`

// A date column expects midnight in UTC, whatever the zone of the day.
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

const columns = <C extends CohortDays>({ startsOn, endsOn, examOpensOn, ...row }: C) => ({
  ...row,
  startsOn: dateOf(startsOn),
  endsOn: dateOf(endsOn),
  examOpensOn: examOpensOn && dateOf(examOpensOn),
})

export async function insertCohort(db: Db, cohort: NewCohort, now: Date): Promise<string> {
  const { courseId, releaseId, examOpensOn } = columns(cohort)
  const courses = { create: { courseId, releaseId, examOpensOn, position: 1 } }
  const data = { ...columns(cohort), createdAt: now, courses }
  return (await db.cohort.create({ data, select: { id: true } })).id
}

/** Updates everything except the release. */
export async function updateCohort(db: Db, id: string, cohort: Omit<NewCohort, 'releaseId'>): Promise<void> {
  const { courseId, examOpensOn } = columns(cohort)
  await db.cohort.update({ where: { id }, data: columns(cohort) })
  await db.cohortCourse.update({ where: { cohortId_courseId: { cohortId: id, courseId } }, data: { examOpensOn } })
}

export async function archiveCohortRow(db: Db, id: string, now: Date): Promise<void> {
  await db.cohort.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: now } })
}

export async function replaceDeadlines(db: Db, cohortId: string, deadlines: Readonly<Record<string, Day>>) {
  await db.deadline.deleteMany({ where: { cohortId } })
  const rows = Object.entries(deadlines).map(([step, day]) => ({ cohortId, step, dueOn: dateOf(day) }))
  await db.deadline.createMany({ data: rows })
}

export async function replaceTutors(db: Db, cohortId: string, tutorIds: readonly string[], now: Date): Promise<void> {
  await db.cohortTutor.deleteMany({ where: { cohortId, accountId: { notIn: [...tutorIds] } } })
  const rows = tutorIds.map((accountId) => ({ cohortId, accountId, addedAt: now }))
  await db.cohortTutor.createMany({ data: rows, skipDuplicates: true })
}

export async function findCohort(sql: Sql, id: string): Promise<CohortRow | null> {
  const rows = await sql.$queryRaw<CohortRow[]>`select ${COLUMNS} from "Cohort" c where c.id = ${id}::uuid`
  return rows[0] ?? null
}

/**
 * Locks the cohort until the transaction ends, so that only one transaction counts its seats. Its key is not locked, so
 * that inserting a row that only refers to it (somebody accepts an invitation) does not wait.
 */
export async function lockCohort(sql: Sql, id: string): Promise<CohortRow | null> {
  await sql.$queryRaw`select id from "Cohort" where id = ${id}::uuid for no key update`
  return findCohort(sql, id)
}

/** The cohorts of an institution, the latest start first; with `tutorId`, those of that tutor. */
export async function findCohorts(sql: Sql, institutionId: string, tutorId?: string): Promise<CohortRow[]> {
  const followed = tutorId
    ? Prisma.sql`and exists (select 1 from "CohortTutor" t where t."cohortId" = c.id and t."accountId" = ${tutorId}::uuid)`
    : Prisma.empty
  return sql.$queryRaw<CohortRow[]>`
    select ${COLUMNS} from "Cohort" c where c."institutionId" = ${institutionId}::uuid ${followed}
    order by c."startsOn" desc, c.id desc`
}

/** The courses of each of these cohorts, in order. */
export async function findCourses(sql: Sql, cohortIds: readonly string[]): Promise<Map<string, CohortCourse[]>> {
  const rows = await sql.$queryRaw<{ id: string; courses: CohortCourse[] }[]>`
    select c.id, ${coursesOf(Prisma.sql`c.id`)} as courses from "Cohort" c where c.id = any(${[...cohortIds]}::uuid[])`
  return new Map(rows.map(({ id, courses }) => [id, courses]))
}

/** Whose cohorts: those of the institutions that she runs, and those that she tutors in the institutions of her role. */
export type Runs = { accountId: string; administers: readonly string[]; tutorsIn: readonly string[] }

/** The cohorts that somebody runs, without the archived ones, the first to end first. */
export async function findCohortsRun(sql: Sql, { accountId, administers, tutorsIn }: Runs): Promise<CohortRow[]> {
  return sql.$queryRaw<CohortRow[]>`
    select ${COLUMNS} from "Cohort" c
    where c."archivedAt" is null and (c."institutionId" = any(${[...administers]}::uuid[])
      or (c."institutionId" = any(${[...tutorsIn]}::uuid[]) and exists (
        select 1 from "CohortTutor" t where t."cohortId" = c.id and t."accountId" = ${accountId}::uuid)))
    order by c."endsOn", c."startsOn", c.id`
}
