import 'server-only'
import { sql } from '../db/client'
import { findRuns, type JobRun } from '../db/desk/job-runs'
import { log, reasonOf } from '../log'
import { onceInProcess } from '../once-in-process'
import { jobStates } from './job-states'

/** `jobs`: whether all of them ran in time, on whichever server. */
export type Health = { status: 'ok'; jobs: 'in-time' | 'late' } | { status: 'unavailable' }

/** Load balancers give up soon, and then take a server away that could still show its own error page. */
const LIMIT_MS = 1000

// Those who ask at the same time share one question, so that they do not use up the connections.
const question = onceInProcess('health', () => findRuns(sql()))

/** The health of the site. It answers within a second, whatever the database does. */
export async function health(now: Date): Promise<Health> {
  try {
    const runs = await answered()
    return { status: 'ok', jobs: jobStates(runs, now).late.length > 0 ? 'late' : 'in-time' }
  } catch (error) {
    log('database-unreachable', { reason: reasonOf(error) })
    return { status: 'unavailable' }
  }
}

async function answered(): Promise<JobRun[]> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    // On a busy server the timer may be late: an answer that has arrived meanwhile is read before `setImmediate`.
    timer = setTimeout(() => setImmediate(() => reject(new TooLate())), LIMIT_MS)
  })
  try {
    return await Promise.race([question(), limit])
  } finally {
    clearTimeout(timer)
    question.reset()
  }
}

class TooLate extends Error {
  override readonly name = 'TooLate'
}
