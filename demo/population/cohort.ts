import 'server-only'
import { makeEntryCode } from '@/domain/cohort/entry/entry-code'
import { type MemberStatus, SEATED } from '@/domain/cohort/membership'
import type { Day } from '@/domain/time/day'
import { addAct } from './act'
import { calendarOf } from './calendar'
import type { CohortPlan, MadeCohort } from './cohort-plan'
import { addMember } from './member'
import { statusAt } from './membership-history'
import { addRecalls } from './recall'
import type { Release, TableBatch } from './table-batch'
import { addTests } from './test-attempts'

/** Adds a cohort with its people and all that they did. */
export function addCohort(batch: TableBatch, plan: CohortPlan): MadeCohort {
  const calendar = calendarOf(plan.phase, batch.now, batch.rng)
  const made = { ...plan, ...calendar, id: batch.rng.uuid(calendar.createdAt) }
  const { people, phase, guests = [], everyoneActive = false } = plan
  const statuses = Array.from(
    { length: people - guests.length },
    (_, place): MemberStatus => (everyoneActive ? 'active' : statusAt(place, people, phase)),
  )
  const seated = guests.length + statuses.filter((status) => SEATED.includes(status)).length
  addCohortRow(batch, made, statuses.includes('waiting') ? seated : null)
  const cohort: MadeCohort = { ...made, tests: plan.tested ? addTests(batch, made) : null }
  recordCohortActs(batch, cohort)
  for (const guest of guests) addMember(batch, cohort, 'active', guest)
  for (const status of statuses) addMember(batch, cohort, status)
  addRecalls(batch, cohort)
  if (statuses.includes('asked')) addEntry(batch, cohort)
  return cohort
}

/** Opens the cohort for self-enrolment: a member who asked to join must have had a code. */
function addEntry({ tables, rng }: TableBatch, { id: cohortId, createdAt: savedAt }: MadeCohort): void {
  tables.CohortEntry.push({
    cohortId,
    way: 'code',
    code: makeEntryCode(rng.random),
    domains: [],
    approval: true,
    savedAt,
  })
}

function addCohortRow({ tables }: TableBatch, cohort: Omit<MadeCohort, 'tests'>, seats: number | null): void {
  const { id, institution, release, name, locale, startsOn, endsOn, createdAt, archivedAt, dayAt, copiedFrom } = cohort
  tables.Cohort.push({
    id,
    institutionId: institution.id,
    name,
    locale,
    startsOn,
    endsOn,
    seats,
    createdAt,
    archivedAt,
    copiedFromId: copiedFrom?.id ?? null,
    // The list of first steps is still shown for a planned cohort; for the others it was closed long ago.
    stepsEndedAt: cohort.phase === 'planned' ? null : createdAt,
  })
  const releases = [release, ...(cohort.further ?? [])]
  releases.forEach((each, place) => {
    addCourseRow(tables, { id, release: each, place, dayAt: (share) => dayAt((place + share) / releases.length) })
  })
}

type CourseOf = { id: string; release: Release; place: number; dayAt: (share: number) => Day }

/** A course of the cohort with its deadlines, in its share of the time. */
function addCourseRow(tables: TableBatch['tables'], { id: cohortId, release, place: before, dayAt }: CourseOf): void {
  const { id: courseId, outline } = release.course.file
  tables.CohortCourse.push({ cohortId, courseId, position: before + 1, releaseId: release.id, examOpensOn: null })
  outline.forEach((step, place) => {
    // Every third lesson has a deadline.
    if (place % 3 === 2)
      tables.Deadline.push({ cohortId, courseId, step, dueOn: dayAt(((place + 1) / outline.length) * 0.75) })
  })
  if (release.course.exam) tables.Deadline.push({ cohortId, courseId, step: 'exam', dueOn: dayAt(0.9) })
}

function recordCohortActs(
  batch: TableBatch,
  { id: cohortId, institution, staff, createdAt, archivedAt }: MadeCohort,
): void {
  const facts = { institutionId: institution.id, actorId: staff.administrator.accountId, details: { cohortId } }
  addAct(batch, { act: 'cohort-created', at: createdAt, ...facts })
  for (const { accountId } of staff.tutors) {
    batch.tables.CohortTutor.push({ cohortId, accountId, addedAt: createdAt })
    addAct(batch, { act: 'tutor-added', at: createdAt, subjectId: accountId, ...facts })
  }
  if (archivedAt) addAct(batch, { act: 'cohort-archived', at: archivedAt, ...facts })
}
