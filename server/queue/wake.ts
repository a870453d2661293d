import 'server-only'
import { log, reasonOf } from '../log'
import { onceInProcess } from '../once-in-process'
import type { Queue } from './open-queue'

export const JOB_NAMES = [
  'mail',
  'lists',
  'recalls',
  'surveys',
  'reviews',
  'staff',
  'files',
  'webhooks',
  'retention',
] as const
export type JobName = (typeof JOB_NAMES)[number]

/** The job queue of this process; null if it runs none (a command line). */
export const jobs = onceInProcess('jobs', (): Queue | null => null)

/**
 * Requests a run of the job soon. A process without a job queue requests none: the next scheduled run does the work.
 */
export async function wake(name: JobName): Promise<void> {
  try {
    await jobs()?.boss.send(name, {})
  } catch (error) {
    log('jobs-failed', { reason: reasonOf(error) })
  }
}
