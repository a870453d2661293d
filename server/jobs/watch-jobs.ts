import 'server-only'
import { sql } from '../db/client'
import { findRuns, type JobRun } from '../db/desk/job-runs'
import { jobStates } from '../desk/job-states'
import { log } from '../log'
import { jobs } from '../queue/wake'

/** A queue asks the database every few seconds, whatever its jobs do. Without an answer for so long it is dead. */
const DEAD_MS = 60_000

type Watch = {
  restart: () => Promise<void>
  /** When the jobs ran, as the database has it. */
  runs?: () => Promise<JobRun[]>
}

/**
 * Watches over the jobs. Each call of the returned function looks once: it logs that jobs are late, or are in time
 * again, when that changes, and restarts the queue of this process if it is dead while the database answers.
 */
export function jobWatch({ restart, runs = () => findRuns(sql()) }: Watch): (now: Date) => Promise<void> {
  let known: JobRun[] = []
  let answersSince: Date | null = null
  let told = ''

  return async (now) => {
    // If the database does not answer, what it last said becomes late in time.
    const read = await runs().catch(() => null)
    known = read ?? known
    answersSince = read ? (answersSince ?? now) : null

    const { late, standsSince } = jobStates(known, now)
    const names = late.join(' ')
    if (names !== told) {
      if (names) log('jobs-late', { jobs: names, noneSince: standsSince?.toISOString() })
      else log('jobs-in-time')
      told = names
    }
    if (answersSince && isDead(answersSince, now)) {
      log('jobs-restarted')
      await restart()
    }
  }
}

function isDead(answersSince: Date, now: Date): boolean {
  const queue = jobs()
  // No queue: it is being started, and is tried again until it is.
  if (!queue) return false
  return now.getTime() - Math.max(queue.answeredAt().getTime(), answersSince.getTime()) > DEAD_MS
}
