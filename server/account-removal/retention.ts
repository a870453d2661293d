import 'server-only'
import { type ExpiringKind, expiredBefore, termsOf } from '@/domain/account/terms'
import { fillFreeSeats } from '../cohort/people/waitlist'
import { recordAct } from '../db/audit/audit'
import { db, sql } from '../db/client'
import { lockCohort } from '../db/cohort/cohorts'
import { cohortsWithUnclaimed, countExpired, deleteExpired, deleteUnclaimed } from '../db/retention/expired'
import { type OnFailure, orTell } from '../db/retention/expired-answers'
import { env } from '../env'
import { logBug } from '../log'

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

const logFailure: OnFailure = (table, error) => logBug(error, { job: 'retention', table })

/** What would be deleted now. It deletes nothing. @param onFailure is told of each table that cannot be counted. */
export async function previewRetention(now: Date, onFailure: OnFailure = logFailure): Promise<RetentionFigures> {
  return forEachKind(now, (kind, before) => countExpired(sql(), kind, before, onFailure))
}

/**
 * Deletes expired rows, and writes their numbers into the audit log. If the process is killed half-way, the next call
 * continues.
 *
 * @param onFailure is told of each table whose rows cannot be deleted; those of the others are.
 */
export async function executeRetention(now: Date, onFailure: OnFailure = logFailure): Promise<RetentionFigures> {
  const figures = await forEachKind(now, (kind, before) =>
    kind === 'unclaimed' ? removeUnclaimed(before, now, onFailure) : deleteExpired(sql(), kind, before, onFailure),
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

/** Free seats go to the waitlist. A cohort that fails does not keep the next from it. */
async function removeUnclaimed(before: Date, now: Date, onFailure: OnFailure): Promise<number> {
  let sum = 0
  const part = (work: () => Promise<number>) => orTell('CohortMember', onFailure, work)
  await part(async () => {
    for (const cohortId of await cohortsWithUnclaimed(sql(), before)) {
      sum += await part(() => removeUnclaimedOf(cohortId, before))
      await part(async () => {
        await fillFreeSeats(cohortId, null, now)
        return 0
      })
    }
    return sum
  })
  return sum
}

function removeUnclaimedOf(cohortId: string, before: Date): Promise<number> {
  return db().$transaction(async (tx) => {
    await lockCohort(tx, cohortId)
    return deleteUnclaimed(tx, cohortId, before)
  })
}
