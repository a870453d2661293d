import 'server-only'
import PgBoss from 'pg-boss'
import { openPool } from '../db/pool'
import { log, reasonOf } from '../log'

// After a failover, a machine between may keep a connection open on which nothing ever answers. Short, so that a job
// runs within 15 seconds after the database answers again: the queries of the queue touch few rows.
const PATIENCE = { connectionTimeoutMillis: 4000, query_timeout: 8000 }

/** After this time a job counts as dead, and its queue waits for it no longer. */
export const EXPIRE_MINUTES = 15

/** The job queue of a process. */
export type Queue = {
  boss: PgBoss
  /** When the database last answered the queue, which asks it every few seconds. */
  answeredAt: () => Date
  /** Takes no more jobs, waits for those that run, and ends its connections. */
  close: () => Promise<void>
}

export function openQueue(connectionString: string): Queue {
  const pool = openPool(connectionString, { max: 2, application_name: 'jobs', ...PATIENCE })
  let answeredAt = new Date()
  const executeSql = async (text: string, values: unknown[]) => {
    const result = await pool.query(text, values)
    answeredAt = new Date()
    return result
  }
  // A schema of its own: we neither migrate its tables nor back them up.
  const boss = new PgBoss({ db: { executeSql }, schema: 'jobs' })
  boss.on('error', (error) => log('jobs-failed', { reason: reasonOf(error) }))
  const close = async () => {
    await boss.stop({ graceful: true, wait: true, timeout: EXPIRE_MINUTES * 60_000 }).catch(() => {})
    await pool.end()
  }
  return { boss, answeredAt: () => answeredAt, close }
}
