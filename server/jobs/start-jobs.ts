import 'server-only'
import type PgBoss from 'pg-boss'
import { databaseUrl } from '../env'
import { log, reasonOf } from '../log'
import { onceInProcess } from '../once-in-process'
import { EXPIRE_MINUTES, openQueue } from '../queue/open-queue'
import { jobs } from '../queue/wake'
import { JOBS, type Job, runJob } from './jobs'
import { jobWatch } from './watch-jobs'

const LOOK_SECONDS = 5
const AGAIN_MS = 10_000
const WATCH_MS = 20_000

const watching = onceInProcess('watching', (): NodeJS.Timeout | null => null)

/**
 * Starts the job queue, and keeps trying while the database does not answer. Servers on one database share the work.
 */
export async function startJobs(list: Readonly<Record<string, Job>> = JOBS): Promise<void> {
  if (jobs()) return
  const queue = openQueue(databaseUrl())
  jobs.set(queue)
  try {
    await queue.boss.start()
    for (const [name, job] of Object.entries(list)) await begin(queue.boss, name, job)
  } catch (error) {
    log('jobs-not-started', { reason: reasonOf(error) })
    if (jobs() === queue) jobs.reset()
    await queue.close()
    setTimeout(() => startJobs(list), AGAIN_MS).unref()
  }
}

/** Looks after the jobs for as long as the process lives. */
export function watchJobs(): void {
  if (watching()) return
  const look = jobWatch({ restart: restartJobs })
  watching.set(setInterval(() => look(new Date()), WATCH_MS).unref())
}

/** Replaces a queue that no longer works. */
export async function restartJobs(list?: Readonly<Record<string, Job>>): Promise<void> {
  const dead = jobs()
  jobs.reset()
  // Not awaited: its running jobs end first.
  dead?.close().catch(() => {})
  await startJobs(list)
}

async function begin(boss: PgBoss, name: string, { when, work }: Job): Promise<void> {
  // At most one job waits: twenty wakes become one run. A running job does not count: if its server or database died
  // half-way, it counts as running until it expires, and would delay the next. Two that run at once share the work.
  const queue = { name, policy: 'short', retryLimit: 0, expireInMinutes: EXPIRE_MINUTES } as const
  await boss.createQueue(name, queue)
  // An existing queue keeps the options with which it was made.
  await boss.updateQueue(name, queue)
  await boss.schedule(name, when, {}, { tz: 'Africa/Casablanca' })
  await boss.work(name, { pollingIntervalSeconds: LOOK_SECONDS, batchSize: 1 }, () => runJob(name, work))
}
