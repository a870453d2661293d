import 'server-only'
import {
  type Group,
  isChangeable,
  isWithdrawable,
  sameTexts,
  stateAt,
  type Texts,
} from '@/domain/announcement/announcement'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { requireOpen } from '../cohort/save-cohort'
import {
  type AnnouncementRow,
  deleteAnnouncementRow,
  deleteRecipients,
  findPlacesAmong,
  findRecipients,
  insertAnnouncement,
  insertRecipients,
  lockAnnouncement,
  stopAnnouncementMails,
  updateAnnouncement,
} from '../db/announcement/announcements'
import { recordAct } from '../db/audit/audit'
import { db, type Tx } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { wake } from '../queue/wake'

type ToAnnounce = Permit<'cohort:announce'>
/** `to`: the people who are named; empty if it is for a group. */
export type Written = { audience: Group; texts: Texts; to: readonly string[] }

/**
 * Stores a draft. The same form sent twice stores one draft; sent again with other words, as after “back” in the
 * browser, it changes that draft.
 *
 * @param id made with the form. @throws {AppError} not-found; conflict in a cohort that is over, or if the draft was
 * sent or changed elsewhere meanwhile
 */
export async function keepDraft(
  { actor, target }: ToAnnounce,
  id: string,
  { audience, texts, to }: Written,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const cohort = await requireRunning(tx, target.cohortId, now)
    const named = await findPlacesAmong(tx, cohort.id, to)
    if (named.length < to.length) throw new AppError('not-found', 'member')
    const written = { texts, audience: to.length > 0 ? ('chosen' as const) : audience }
    const row = { id, cohortId: cohort.id, authorId: actor.accountId, ...written }
    if (!(await insertAnnouncement(tx, row, now))) {
      const before = await requireAnnouncement(tx, cohort.id, id)
      if (await isWritten(tx, before, written, named)) return
      requireSeen(before, 1)
      const version = before.version + 1
      await updateAnnouncement(tx, id, { ...written, state: 'draft', dueAt: null, version, changedAt: now })
      await deleteRecipients(tx, id)
    }
    await insertRecipients(tx, id, named)
  })
}

/** Whether the stored announcement already has these words and recipients. */
async function isWritten(
  tx: Tx,
  { id, audience, texts, state }: AnnouncementRow,
  written: { audience: AnnouncementRow['audience']; texts: Texts },
  named: readonly string[],
): Promise<boolean> {
  if (audience !== written.audience || !sameTexts(texts, written.texts)) return false
  // When it is sent, the people of a group are stored as recipients: they can no longer be compared.
  if (!isChangeable(state)) return true
  return (await findRecipients(tx, id)).toSorted().join() === named.toSorted().join()
}

/**
 * Changes an announcement before it is sent. A scheduled one becomes a draft again, because nobody has seen its letter
 * with the new words.
 *
 * @throws {AppError} not-found; conflict if it was sent, or changed since the form was opened
 */
export async function changeAnnouncement(
  { target }: ToAnnounce,
  id: string,
  { audience, texts, version }: Omit<Written, 'to'> & { version: number },
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await requireRunning(tx, target.cohortId, now)
    const before = await requireAnnouncement(tx, target.cohortId, id)
    requireSeen(before, version)
    await updateAnnouncement(tx, id, {
      texts,
      audience: before.audience === 'chosen' ? 'chosen' : audience,
      state: 'draft',
      dueAt: null,
      version: version + 1,
      changedAt: now,
    })
  })
}

/**
 * Sends it at once, or (`at`) later. A second press of the same button changes nothing.
 *
 * @throws {AppError} not-found; conflict if the cohort is over, or it was changed since it was seen
 */
export async function sendAnnouncement(
  { actor, target }: ToAnnounce,
  id: string,
  { version, at }: { version: number; at: Date | null },
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const cohort = await requireRunning(tx, target.cohortId, now)
    const before = await requireAnnouncement(tx, cohort.id, id)
    if (isOrdered(before, at, now)) return
    requireSeen(before, version)
    const dueAt = at ?? now
    await updateAnnouncement(tx, id, { state: 'scheduled', dueAt })
    await record(tx, actor.accountId, cohort, 'announcement-sent', { id, dueAt: dueAt.toISOString() }, now)
  })
  await wake('mail')
}

/** Cancels the sending of a scheduled announcement: it is a draft again. @throws {AppError} not-found, conflict */
export async function holdAnnouncement({ target }: ToAnnounce, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { state } = await requireAnnouncement(tx, target.cohortId, id)
    if (!isChangeable(state)) throw new AppError('conflict', 'an announcement that has left')
    await updateAnnouncement(tx, id, { state: 'draft', dueAt: null })
  })
}

/** Deletes an announcement that was not sent. @throws {AppError} not-found, conflict */
export async function deleteAnnouncement({ target }: ToAnnounce, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { state } = await requireAnnouncement(tx, target.cohortId, id)
    if (!isChangeable(state) && state !== 'unsent') throw new AppError('conflict', 'an announcement that has left')
    await deleteAnnouncementRow(tx, id)
  })
}

/**
 * Removes an announcement from the pages of its recipients, and stops the letters that the mail server has not received
 * yet. @throws {AppError} not-found, conflict
 */
export async function withdrawAnnouncement({ actor, target }: ToAnnounce, id: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    // An archived cohort keeps its announcements: one that is wrong can still be withdrawn.
    const row = await requireAnnouncement(tx, target.cohortId, id)
    const state = stateAt(row, now)
    if (state === 'withdrawn') return
    if (!isWithdrawable(state)) throw new AppError('conflict', 'an announcement that has not left')
    await updateAnnouncement(tx, id, { state: 'withdrawn', withdrawnAt: now })
    await stopAnnouncementMails(tx, id)
    const { cohortId, institutionId } = target
    await record(tx, actor.accountId, { id: cohortId, institutionId }, 'announcement-withdrawn', { id }, now)
  })
}

/** Locks the cohort and returns it, if announcements can still be sent to it. @throws {AppError} not-found, conflict */
async function requireRunning(tx: Tx, cohortId: string, now: Date): Promise<CohortRow> {
  const cohort = await requireOpen(tx, cohortId)
  if (isOver(phaseOf(cohort, now))) throw new AppError('conflict', 'a cohort that is over')
  return cohort
}

async function requireAnnouncement(tx: Tx, cohortId: string, id: string): Promise<AnnouncementRow> {
  const row = await lockAnnouncement(tx, id)
  if (row?.cohortId !== cohortId) throw new AppError('not-found', 'announcement')
  return row
}

function requireSeen({ state, version: stored }: AnnouncementRow, version: number): void {
  if (!isChangeable(state) || stored !== version) throw new AppError('conflict', 'an announcement that has changed')
}

/** Whether an earlier request has already ordered the same sending. */
function isOrdered({ state, dueAt }: AnnouncementRow, at: Date | null, now: Date): boolean {
  if (state === 'leaving' || state === 'sent') return true
  if (state !== 'scheduled' || dueAt === null) return false
  return at === null ? dueAt <= now : dueAt.getTime() === at.getTime()
}

type Recorded = Pick<CohortRow, 'id' | 'institutionId'>
async function record(
  tx: Tx,
  actorId: string,
  { id: cohortId, institutionId }: Recorded,
  act: 'announcement-sent' | 'announcement-withdrawn',
  { id: announcementId, ...more }: { id: string; dueAt?: string },
  now: Date,
): Promise<void> {
  await recordAct(tx, { act, actorId, institutionId, details: { cohortId, announcementId, ...more } }, now)
}
