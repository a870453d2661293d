import 'server-only'
import type { CohortFields } from '@/domain/cohort/cohort-fields'
import type { Day } from '@/domain/cohort/day'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { currentRelease } from '../content/releases'
import { recordAct } from '../db/audit'
import { db, type Tx } from '../db/client'
import {
  archiveCohortRow,
  type CohortRow,
  insertCohort,
  lockCohort,
  replaceDeadlines,
  replaceTutors,
  updateCohort,
} from '../db/cohorts'
import { findRoleHolders } from '../db/roles'
import { fillFreeSeats } from './people/waitlist'

/**
 * The input of the form of a cohort. A tutor who is none in the institution is refused, as is a step that the course
 * does not have.
 */
export type CohortDraft = {
  fields: CohortFields
  deadlines: Readonly<Record<string, Day>>
  tutorIds: readonly string[]
  copiedFromId: string | null
}

/**
 * Creates a cohort on the newest release of the course. @returns its id. @throws {AppError} not-found, invalid-input
 */
export async function createCohort(
  { actor, target }: Permit<'cohort:create'>,
  draft: CohortDraft,
  now: Date,
): Promise<string> {
  const { institutionId } = target
  const release = await currentRelease(draft.fields.courseId)
  if (!release) throw new AppError('not-found', `course ${draft.fields.courseId}`)
  return db().$transaction(async (tx) => {
    await requireTutors(tx, institutionId, draft.tutorIds)
    const { copiedFromId } = draft
    const id = await insertCohort(tx, { ...draft.fields, institutionId, releaseId: release.id, copiedFromId }, now)
    await replaceDeadlines(tx, id, draft.deadlines)
    await replaceTutors(tx, id, draft.tutorIds, now)
    const facts = { actorId: actor.accountId, institutionId, details: { cohortId: id } }
    await recordAct(tx, { act: 'cohort-created', ...facts }, now)
    await recordTutors(tx, { added: draft.tutorIds, removed: [] }, facts, now)
    return id
  })
}

/**
 * Changes a cohort. Its course and release stay, since people have begun on them. New seats go to the waitlist. @throws
 * {AppError} not-found, invalid-input
 */
export async function changeCohort(
  { actor, target }: Permit<'cohort:change'>,
  draft: CohortDraft,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const before = await requireOpen(tx, target.cohortId)
    await requireTutors(tx, before.institutionId, draft.tutorIds)
    const { courseId, institutionId, copiedFromId } = before
    await updateCohort(tx, before.id, { ...draft.fields, courseId, institutionId, copiedFromId })
    await replaceDeadlines(tx, before.id, draft.deadlines)
    await replaceTutors(tx, before.id, draft.tutorIds, now)
    const facts = { actorId: actor.accountId, institutionId, details: { cohortId: before.id } }
    await recordAct(tx, { act: 'cohort-changed', ...facts }, now)
    const added = draft.tutorIds.filter((id) => !before.tutorIds.includes(id))
    const removed = before.tutorIds.filter((id) => !draft.tutorIds.includes(id))
    await recordTutors(tx, { added, removed }, facts, now)
  })
  await fillFreeSeats(target.cohortId, actor.accountId, now)
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

/** A cohort that is locked and not archived. @throws {AppError} not-found, conflict */
export async function requireOpen(tx: Tx, cohortId: string): Promise<CohortRow> {
  const cohort = await lockCohort(tx, cohortId)
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
