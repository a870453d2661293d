import 'server-only'
import { createHash } from 'node:crypto'
import type { CohortFields } from '@/domain/cohort/cohort-fields'
import { isRestorable } from '@/domain/cohort/phase'
import type { CourseDraft } from '@/domain/cohort/programme-form'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { currentRelease } from '../content/releases'
import { recordAct } from '../db/audit/audit'
import { findRoleHolders } from '../db/auth/roles'
import { offerAgain } from '../db/certificate/cosignatures'
import { db, type Tx } from '../db/client'
import {
  archiveCohortRow,
  type CohortCourse,
  type CohortRow,
  enrolInCourses,
  findBegunCourses,
  insertCohort,
  lockCohort,
  lockProgramme,
  replaceCourses,
  replaceTutors,
  restoreCohortRow,
  updateCohort,
  updateSeats,
} from '../db/cohort/cohorts'
import { stopLettersOfCourses } from '../db/mail/held-mails'
import { wake } from '../queue/wake'
import { fillFreeSeats } from './people/waitlist'
import { tellCourseAdded } from './tell-course-added'

/**
 * The input of the form of a cohort. A person who is not a tutor in the institution is refused as one. `seen` is the
 * state of the cohort from which the form was filled in (`stateOf`); null: it is not compared.
 */
export type CohortDraft = {
  fields: CohortFields
  courses: readonly CourseDraft[]
  tutorIds: readonly string[]
  copiedFromId: string | null
  seen?: string | null
}
/**
 * `changed`: somebody else has changed the cohort meanwhile. `begun`: the change would remove a course that people have
 * begun.
 */
export type Changed = 'saved' | 'changed' | 'begun'

/**
 * Creates a cohort on the newest releases of its courses. @returns its id. @throws {AppError} not-found, invalid-input
 */
export async function createCohort(
  { actor, target }: Permit<'cohort:create'>,
  draft: CohortDraft,
  now: Date,
): Promise<string> {
  const { institutionId } = target
  const courses = await onReleases(draft.courses, [])
  return db().$transaction(async (tx) => {
    await requireTutors(tx, institutionId, draft.tutorIds)
    const { copiedFromId } = draft
    const id = await insertCohort(tx, { ...draft.fields, institutionId, copiedFromId }, now)
    await replaceCourses(tx, id, courses, null)
    await replaceTutors(tx, id, draft.tutorIds, now)
    const facts = { actorId: actor.accountId, institutionId, details: { cohortId: id } }
    await recordAct(tx, { act: 'cohort-created', ...facts }, now)
    await recordTutors(tx, { added: draft.tutorIds, removed: [] }, facts, now)
    return id
  })
}

/**
 * Changes a cohort. A course that stays keeps its release, since people may have begun it. Everybody who takes part is
 * enrolled in a course that is new; a course that nobody has begun can be taken out. New seats go to the waitlist.
 *
 * @throws {AppError} not-found, invalid-input, conflict
 */
export async function changeCohort(
  { actor, target }: Permit<'cohort:change'>,
  draft: CohortDraft,
  now: Date,
): Promise<Changed> {
  const changed = await db().$transaction(async (tx): Promise<Changed> => {
    const before = requireUnarchived(await lockProgramme(tx, target.cohortId))
    if (draft.seen && draft.seen !== stateOf(before)) return 'changed'
    await requireTutors(tx, before.institutionId, draft.tutorIds)
    const courses = await onReleases(draft.courses, before.courses)
    if (await losesBegun(tx, before, courses)) return 'begun'
    const { institutionId, copiedFromId } = before
    await updateCohort(tx, before.id, { ...draft.fields, institutionId, copiedFromId })
    await replaceCourses(tx, before.id, courses, now)
    const moved = comeAndGone(before.courses, courses)
    await tellOfCourses(tx, { ...before, ...draft.fields }, moved, now)
    await enrolInCourses(tx, before.id, null)
    await replaceTutors(tx, before.id, draft.tutorIds, now)
    const facts = { actorId: actor.accountId, institutionId, details: { cohortId: before.id } }
    await recordAct(tx, { act: 'cohort-changed', ...facts, details: { cohortId: before.id, ...idsOf(moved) } }, now)
    if (moved.come.length > 0) await askCosignersAgain(tx, facts, now)
    const added = draft.tutorIds.filter((id) => !before.tutorIds.includes(id))
    const removed = before.tutorIds.filter((id) => !draft.tutorIds.includes(id))
    await recordTutors(tx, { added, removed }, facts, now)
    return 'saved'
  })
  if (changed !== 'saved') return changed
  await fillFreeSeats(target.cohortId, actor.accountId, now)
  await wake('mail')
  return changed
}

/** Changes the number of seats alone. New seats go to the waitlist. @throws {AppError} not-found, conflict */
export async function changeSeats(
  { actor, target }: Permit<'cohort:change'>,
  seats: number | null,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const before = await requireOpen(tx, target.cohortId)
    const { id, institutionId } = before
    await updateSeats(tx, id, seats)
    const details = { cohortId: id }
    await recordAct(tx, { act: 'cohort-changed', actorId: actor.accountId, institutionId, details }, now)
  })
  await fillFreeSeats(target.cohortId, actor.accountId, now)
}

/** The state of a cohort that its form shows, to notice that somebody else has changed it. */
export function stateOf({ name, locale, startsOn, endsOn, seats, tutorIds, courses }: CohortRow): string {
  const days = courses.map(({ courseId, examOpensOn, deadlines }) => [
    courseId,
    examOpensOn,
    Object.entries(deadlines).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ])
  const shown = JSON.stringify([name, locale, startsOn, endsOn, seats, tutorIds.toSorted(), days])
  return createHash('sha256').update(shown).digest('hex').slice(0, 16)
}

/** The courses with their releases: the one that a course has already, or the newest. @throws {AppError} not-found */
async function onReleases(
  drafts: readonly CourseDraft[],
  before: readonly CohortCourse[],
): Promise<readonly CohortCourse[]> {
  if (drafts.length === 0) throw new AppError('invalid-input', 'no course')
  return Promise.all(
    drafts.map(async (draft) => {
      const known = before.find(({ courseId }) => courseId === draft.courseId)
      const releaseId = known?.releaseId ?? (await currentRelease(draft.courseId))?.id
      if (releaseId === undefined) throw new AppError('not-found', `course ${draft.courseId}`)
      return { ...draft, releaseId }
    }),
  )
}

/** An institution agreed to sign for the courses that the cohort had: it is asked again when a course is added. */
async function askCosignersAgain(tx: Tx, { details: { cohortId }, ...facts }: Facts, now: Date): Promise<void> {
  for (const asked of await offerAgain(tx, cohortId))
    await recordAct(tx, { act: 'cosignature-offered', ...facts, details: { cohort: cohortId, asked } }, now)
}

type Moved = { come: readonly CohortCourse[]; gone: readonly CohortCourse[] }

/** The courses that a change adds and takes out. */
function comeAndGone(before: readonly CohortCourse[], after: readonly CohortCourse[]): Moved {
  const missingIn = (others: readonly CohortCourse[]) => (course: CohortCourse) =>
    !others.some(({ courseId }) => courseId === course.courseId)
  return { come: after.filter(missingIn(before)), gone: before.filter(missingIn(after)) }
}

/** If a course is taken out, letters about added courses are stopped: they may no longer be true. */
async function tellOfCourses(tx: Tx, cohort: CohortRow, { come, gone }: Moved, now: Date): Promise<void> {
  if (gone.length > 0) await stopLettersOfCourses(tx, cohort.id)
  await tellCourseAdded(tx, cohort, come, now)
}

/** The ids of the courses, for the audit log; an empty list is left out. */
function idsOf({ come, gone }: Moved) {
  return {
    ...(come.length > 0 && { coursesAdded: come.map(({ courseId }) => courseId) }),
    ...(gone.length > 0 && { coursesRemoved: gone.map(({ courseId }) => courseId) }),
  }
}

async function losesBegun(tx: Tx, before: CohortRow, courses: readonly CohortCourse[]): Promise<boolean> {
  const stays = new Set(courses.map(({ courseId }) => courseId))
  if (before.courses.every(({ courseId }) => stays.has(courseId))) return false
  return (await findBegunCourses(tx, before.id)).some((courseId) => !stays.has(courseId))
}

/** Archives a cohort: it can no longer be changed, and its deadlines no longer apply. Idempotent. */
export async function archiveCohort({ actor, target }: Permit<'cohort:change'>, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const cohort = await lockCohort(tx, target.cohortId)
    if (!cohort || cohort.archivedAt) return
    await archiveCohortRow(tx, cohort.id, now)
    const { institutionId } = cohort
    const facts = { actorId: actor.accountId, institutionId, details: { cohortId: cohort.id } }
    await recordAct(tx, { act: 'cohort-archived', ...facts }, now)
  })
}

/** Restores an archived cohort within the time for it. Idempotent. @throws {AppError} not-found, conflict afterwards */
export async function restoreCohort({ actor, target }: Permit<'cohort:change'>, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const cohort = await lockCohort(tx, target.cohortId)
    if (!cohort) throw new AppError('not-found', 'cohort')
    if (!cohort.archivedAt) return
    if (!isRestorable(cohort, now)) throw new AppError('conflict', 'archived too long ago')
    await restoreCohortRow(tx, cohort.id)
    const facts = { institutionId: cohort.institutionId, details: { cohortId: cohort.id } }
    await recordAct(tx, { act: 'cohort-restored', actorId: actor.accountId, ...facts }, now)
  })
}

/** A cohort that is locked and not archived. @throws {AppError} not-found, conflict */
export async function requireOpen(tx: Tx, cohortId: string): Promise<CohortRow> {
  return requireUnarchived(await lockCohort(tx, cohortId))
}

function requireUnarchived(cohort: CohortRow | null): CohortRow {
  if (!cohort) throw new AppError('not-found', 'cohort')
  if (cohort.archivedAt) throw new AppError('conflict', 'an archived cohort')
  return cohort
}

async function requireTutors(tx: Tx, institutionId: string, tutorIds: readonly string[]): Promise<void> {
  const holders = await findRoleHolders(tx, institutionId)
  const tutors = holders.filter(({ role }) => role === 'tutor').map(({ accountId }) => accountId)
  if (tutorIds.some((id) => !tutors.includes(id))) throw new AppError('invalid-input', 'no tutor of the institution')
}

type Facts = { actorId: string; institutionId: string; details: { cohortId: string } }

async function recordTutors(
  tx: Tx,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
  facts: Facts,
  now: Date,
): Promise<void> {
  for (const subjectId of added) await recordAct(tx, { act: 'tutor-added', subjectId, ...facts }, now)
  for (const subjectId of removed) await recordAct(tx, { act: 'tutor-removed', subjectId, ...facts }, now)
}
