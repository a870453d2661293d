import 'server-only'
import type { Day } from '@/domain/cohort/day'
import type { Locale } from '@/domain/locale'
import type { Db } from './client'

export type CohortRow = {
  id: string
  institutionId: string
  courseId: string
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
  /** By step: a lesson's id, or `exam`. */
  deadlines: Readonly<Record<string, Day>>
}
export type NewCohort = Omit<CohortRow, 'id' | 'archivedAt' | 'tutorIds' | 'deadlines'>

const WITH_PEOPLE = {
  tutors: { select: { accountId: true }, orderBy: { addedAt: 'asc' } },
  deadlines: { select: { step: true, dueOn: true } },
} as const
type Stored = {
  startsOn: Date
  endsOn: Date
  examOpensOn: Date | null
  locale: string
  tutors: { accountId: string }[]
  deadlines: { step: string; dueOn: Date }[]
} & Omit<CohortRow, 'startsOn' | 'endsOn' | 'examOpensOn' | 'locale' | 'tutorIds' | 'deadlines'>

// A date column comes as midnight in UTC, whatever the zone the day is meant in.
const dayIn = (date: Date): Day => date.toISOString().slice(0, 10)
const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

function asRow({ tutors, deadlines, startsOn, endsOn, examOpensOn, locale, ...row }: Stored): CohortRow {
  return {
    ...row,
    locale: locale as Locale,
    startsOn: dayIn(startsOn),
    endsOn: dayIn(endsOn),
    examOpensOn: examOpensOn && dayIn(examOpensOn),
    tutorIds: tutors.map(({ accountId }) => accountId),
    deadlines: Object.fromEntries(deadlines.map(({ step, dueOn }) => [step, dayIn(dueOn)])),
  }
}

const columns = ({ startsOn, endsOn, examOpensOn, ...row }: NewCohort) => ({
  ...row,
  startsOn: dateOf(startsOn),
  endsOn: dateOf(endsOn),
  examOpensOn: examOpensOn && dateOf(examOpensOn),
})

export async function insertCohort(db: Db, cohort: NewCohort, now: Date): Promise<string> {
  const row = await db.cohort.create({ data: { ...columns(cohort), createdAt: now }, select: { id: true } })
  return row.id
}

export async function updateCohort(db: Db, id: string, cohort: NewCohort): Promise<void> {
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

export async function findCohort(db: Db, id: string): Promise<CohortRow | null> {
  const row = await db.cohort.findUnique({ where: { id }, include: WITH_PEOPLE })
  return row && asRow(row as Stored)
}

/**
 * Locks it until the transaction ends: its seats are then counted by one at a time. Its key stays free, so that a row which
 * only points to it (somebody accepting her invitation) does not wait.
 */
export async function lockCohort(db: Db, id: string): Promise<CohortRow | null> {
  await db.$queryRaw`select id from "Cohort" where id = ${id}::uuid for no key update`
  return findCohort(db, id)
}

/** Of an institution, the latest start first; with `tutorId`, those that she follows. */
export async function findCohorts(db: Db, institutionId: string, tutorId?: string): Promise<CohortRow[]> {
  const rows = await db.cohort.findMany({
    where: { institutionId, ...(tutorId && { tutors: { some: { accountId: tutorId } } }) },
    include: WITH_PEOPLE,
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => asRow(row as Stored))
}
