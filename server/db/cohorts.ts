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
}
type CohortDays = Pick<CohortRow, 'startsOn' | 'endsOn' | 'examOpensOn'>
export type NewCohort = Omit<CohortRow, 'id' | 'archivedAt' | 'tutorIds' | 'deadlines'>

/** For columns of `"Cohort" c` and of the tables that refer to it, with days and lists as JSON. One row, one query. */
const COLUMNS = Prisma.sql`c.id, c."institutionId", c."courseId",
  ${releaseRead(Prisma.sql`c."releaseId"`)} as "releaseId", c.name, c.locale,
  c."startsOn"::text as "startsOn", c."endsOn"::text as "endsOn", c."examOpensOn"::text as "examOpensOn",
  c.seats, c."archivedAt", c."copiedFromId",
  coalesce((select json_agg(t."accountId" order by t."addedAt") from "CohortTutor" t where t."cohortId" = c.id), '[]')
    as "tutorIds",
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
  const row = await db.cohort.create({ data: { ...columns(cohort), createdAt: now }, select: { id: true } })
  return row.id
}

/** Updates everything except the release. */
export async function updateCohort(db: Db, id: string, cohort: Omit<NewCohort, 'releaseId'>): Promise<void> {
  await db.cohort.update({ where: { id }, data: columns(cohort) })
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
