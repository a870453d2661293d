import 'server-only'
import type PgBoss from 'pg-boss'
import { log, reasonOf } from '../log'
import { onceInProcess } from '../once-in-process'

export type JobName = 'mail' | 'lists' | 'retention'

/** Who does the jobs of this process; null where none run (a command line). */
export const jobs = onceInProcess('jobs', (): PgBoss | null => null)

/** Asks for a look soon. Where no jobs run, the next minute's look finds it. */
export async function wake(name: JobName): Promise<void> {
  try {
    await jobs()?.send(name, {})
  } catch (error) {
    log('jobs-failed', { reason: reasonOf(error) })
  }
}
