import 'server-only'
import { type ExpiringKind, expiredBefore, termsOf } from '@/domain/account/terms'
import { fillFreeSeats } from '../cohort/people/waitlist'
import { recordAct } from '../db/audit'
import { db, sql } from '../db/client'
import { lockCohort } from '../db/cohorts'
import { cohortsWithUnclaimed, countExpired, deleteExpired, deleteUnclaimed } from '../db/expired'
import { env } from '../env'

/** The number of expired rows of each kind. */
export type RetentionFigures = Record<ExpiringKind, number>

// Rows that count as activity are deleted last: whether answers have expired depends on the sessions that still exist.
const ORDER: readonly ExpiringKind[] = [
  'answers',
  'letters',
  'errors',
  'words',
  'list',
  'unclaimed',
  'guests',
  'needs',
  'shared',
  'offers',
  'link',
  'session',
  'browser',
  'counters',
  'audit',
]

/** What would be deleted now. It deletes nothing. */
export async function previewRetention(now: Date): Promise<RetentionFigures> {
  return forEachKind(now, (kind, before) => countExpired(sql(), kind, before))
}

/**
 * Deletes expired rows, and writes their numbers into the audit log. If the process is killed half-way, the next call
 * continues.
 */
export async function executeRetention(now: Date): Promise<RetentionFigures> {
  const figures = await forEachKind(now, (kind, before) =>
    kind === 'unclaimed' ? removeUnclaimed(before, now) : deleteExpired(sql(), kind, before),
  )
  await recordAct(db(), { act: 'retention-executed', actorId: null, details: figures }, now)
  return figures
}

async function forEachKind(
  now: Date,
  work: (kind: ExpiringKind, before: Date) => Promise<number>,
): Promise<RetentionFigures> {
  const terms = termsOf(env().terms)
  const figures: Partial<RetentionFigures> = {}
  for (const kind of ORDER) figures[kind] = await work(kind, expiredBefore(terms[kind], now))
  return figures as RetentionFigures
}

/** Free seats go to the waitlist. */
async function removeUnclaimed(before: Date, now: Date): Promise<number> {
  let sum = 0
  for (const cohortId of await cohortsWithUnclaimed(sql(), before)) {
    sum += await db().$transaction(async (tx) => {
      await lockCohort(tx, cohortId)
      return deleteUnclaimed(tx, cohortId, before)
    })
    await fillFreeSeats(cohortId, null, now)
  }
  return sum
}
