import 'server-only'
import { type ExpiringKind, expiredBefore, termsOf } from '@/domain/account/terms'
import { fillFreeSeats } from '../cohort/people/waitlist'
import { recordAct } from '../db/audit'
import { db, sql } from '../db/client'
import { lockCohort } from '../db/cohorts'
import { cohortsWithUnclaimed, countExpired, deleteExpired, deleteUnclaimed } from '../db/expired'
import { env } from '../env'

/** Rows of each kind that have outlived their term. */
export type RetentionFigures = Record<ExpiringKind, number>

// What counts as activity is removed last: answers are judged by sessions that are there.
const ORDER: readonly ExpiringKind[] = [
  'answers',
  'letters',
  'list',
  'unclaimed',
  'offers',
  'link',
  'session',
  'browser',
  'counters',
  'audit',
]

/** What would be removed now, and is not. */
export async function previewRetention(now: Date): Promise<RetentionFigures> {
  return forEachKind(now, (kind, before) => countExpired(sql(), kind, before))
}

/** Removes what has outlived its term, and writes the figures into the audit log. Killed half-way, the next call goes on. */
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

/** The seats that become free go to those who wait. */
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
