import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import { releaseRead } from '../course/releases'
import type { Sql } from '../sql'

export type CohortRow = {
  id: string
  institutionId: string
  name: string
  locale: Locale
  startsOn: Day
  endsOn: Day
  seats: number | null
  archivedAt: Date | null
  copiedFromId: string | null
  tutorIds: readonly string[]
  /** In the order in which the cohort takes them; at least one. */
  courses: readonly CohortCourse[]
}
/** A course of a cohort. */
export type CohortCourse = {
  courseId: string
  /** The release that its people read: the one with which the cohort began it, or the one that corrects it. */
  releaseId: string
  examOpensOn: Day | null
  /** The deadlines by step: the id of a lesson, or `exam`. */
  deadlines: Readonly<Record<string, Day>>
}
/** A cohort in one of its courses. */
export type CohortInCourse = CohortRow & CohortCourse
export type NewCohort = Omit<CohortRow, 'id' | 'archivedAt' | 'tutorIds' | 'courses'>

/** The courses of a cohort, in order, as JSON. */
function coursesOf(cohortId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(json_agg(json_build_object('courseId', p."courseId",
      'releaseId', ${releaseRead(Prisma.sql`p."releaseId"`)}, 'examOpensOn', p."examOpensOn",
      'deadlines', coalesce((select json_object_agg(d.step, d."dueOn") from "Deadline" d
        where d."cohortId" = p."cohortId" and d."courseId" = p."courseId"), '{}')) order by p.position), '[]')
    from "CohortCourse" p where p."cohortId" = ${cohortId})`
}

/** For columns of `"Cohort" c` and of the tables that refer to it, with days and lists as JSON. One row, one query. */
const COLUMNS = Prisma.sql`c.id, c."institutionId", c.name, c.locale, c."startsOn"::text as "startsOn",
  c."endsOn"::text as "endsOn", c.seats, c."archivedAt", c."copiedFromId",
  coalesce((select json_agg(t."accountId" order by t."addedAt") from "CohortTutor" t where t."cohortId" = c.id), '[]')
    as "tutorIds",
  ${coursesOf(Prisma.sql`c.id`)} as courses`

// A date column expects midnight in UTC, whatever the zone of the day.
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

const columns = ({ startsOn, endsOn, ...row }: NewCohort) => ({
  ...row,
  startsOn: dateOf(startsOn),
  endsOn: dateOf(endsOn),
})

/** Without its courses: `replaceCourses` adds them. */
export async function insertCohort(db: Db, cohort: NewCohort, now: Date): Promise<string> {
  const row = await db.cohort.create({ data: { ...columns(cohort), createdAt: now }, select: { id: true } })
  return row.id
}

export async function updateCohort(db: Db, id: string, cohort: NewCohort): Promise<void> {
  await db.cohort.update({ where: { id }, data: columns(cohort) })
}

export async function restoreCohortRow(db: Db, id: string): Promise<void> {
  await db.cohort.update({ where: { id }, data: { archivedAt: null } })
}

export async function archiveCohortRow(db: Db, id: string, now: Date): Promise<void> {
  await db.cohort.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: now } })
}

export async function updateSeats(db: Db, id: string, seats: number | null): Promise<void> {
  await db.cohort.update({ where: { id }, data: { seats } })
}

/**
 * Replaces the courses of a cohort, with their days. A course that stays keeps its release and the time when it was
 * added. @param addedAt the time for the courses that are new; null for a new cohort.
 */
export async function replaceCourses(
  db: Db,
  cohortId: string,
  courses: readonly CohortCourse[],
  addedAt: Date | null,
): Promise<void> {
  await db.cohortCourse.deleteMany({
    where: { cohortId, courseId: { notIn: courses.map(({ courseId }) => courseId) } },
  })
  await db.deadline.deleteMany({ where: { cohortId } })
  for (const [place, { courseId, releaseId, examOpensOn, deadlines }] of courses.entries()) {
    const days = { position: place + 1, examOpensOn: examOpensOn && dateOf(examOpensOn) }
    await db.cohortCourse.upsert({
      where: { cohortId_courseId: { cohortId, courseId } },
      create: { cohortId, courseId, releaseId, addedAt, ...days },
      update: days,
    })
    const rows = Object.entries(deadlines).map(([step, day]) => ({ cohortId, courseId, step, dueOn: dateOf(day) }))
    await db.deadline.createMany({ data: rows })
  }
}

/**
 * The courses of a cohort that some of its people have begun: since they joined they have read a lesson, or they have
 * begun its exam or a test in this cohort.
 */
export async function findBegunCourses(sql: Sql, cohortId: string): Promise<string[]> {
  const rows = await sql.$queryRaw<{ courseId: string }[]>`
    select p."courseId" from "CohortCourse" p
    where p."cohortId" = ${cohortId}::uuid and (
      exists (select 1 from "TestSitting" s where s."cohortId" = p."cohortId" and s."courseId" = p."courseId")
      or exists (select 1 from "Attempt" x join "Enrolment" e on e.id = x."enrolmentId"
        where x."cohortId" = p."cohortId" and e."courseId" = p."courseId")
      or exists (select 1 from "CohortMember" m
          join "Enrolment" e on e."accountId" = m."accountId" and e."courseId" = p."courseId"
          join "LessonState" l on l."enrolmentId" = e.id
        where m."cohortId" = p."cohortId" and m.status = 'active'
          and l."readAt" >= greatest(m."statusSince", p."addedAt")))`
  return rows.map(({ courseId }) => courseId)
}

/**
 * Enrols all participants of a cohort in those of its courses that they do not take yet; with `accountId`, only this
 * person.
 */
export async function enrolInCourses(sql: Sql, cohortId: string, accountId: string | null): Promise<void> {
  // Locked against a new course: a person who joins at the moment when one is added would miss it.
  await sql.$queryRaw`select 1 from "Cohort" where id = ${cohortId}::uuid for key share`
  await sql.$executeRaw`
    insert into "Enrolment" (id, "accountId", "courseId", "releaseId")
    select gen_random_uuid(), m."accountId", p."courseId", ${releaseRead(Prisma.sql`p."releaseId"`)}
    from "CohortCourse" p join "CohortMember" m on m."cohortId" = p."cohortId" and m.status = 'active'
    where p."cohortId" = ${cohortId}::uuid and m."accountId" is not null
      and m."accountId" = coalesce(${accountId}::uuid, m."accountId")
    order by m."accountId", p.position
    on conflict ("accountId", "courseId") do nothing`
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

/**
 * Locks the cohort for a change of its courses. People who join wait too, and are then enrolled in the courses after
 * the change.
 */
export async function lockProgramme(sql: Sql, id: string): Promise<CohortRow | null> {
  await sql.$queryRaw`select id from "Cohort" where id = ${id}::uuid for update`
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

/**
 * The person and the institutions that she administers, or in which she is a tutor: there she runs only the cohorts
 * that she tutors.
 */
export type RunCohortsScope = { accountId: string; administers: readonly string[]; tutorsIn: readonly string[] }

/** The cohorts that somebody runs, without the archived ones, the first to end first. */
export async function findCohortsRun(
  sql: Sql,
  { accountId, administers, tutorsIn }: RunCohortsScope,
): Promise<CohortRow[]> {
  return sql.$queryRaw<CohortRow[]>`
    select ${COLUMNS} from "Cohort" c
    where c."archivedAt" is null and (c."institutionId" = any(${[...administers]}::uuid[])
      or (c."institutionId" = any(${[...tutorsIn]}::uuid[]) and exists (
        select 1 from "CohortTutor" t where t."cohortId" = c.id and t."accountId" = ${accountId}::uuid)))
    order by c."endsOn", c."startsOn", c.id`
}
