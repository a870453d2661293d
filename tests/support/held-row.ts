import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { db } from '@/server/db/client'
import { databaseUrl } from '@/server/env'

const PATIENCE_MS = 100_000
const HOLDER = 'holds a row'

type Held = 'Account' | 'Release' | 'Certificate' | 'AttemptQuestion' | 'ImportRow' | 'OwnReminder' | 'RegradeProposal'

/** Locks a row, so that a transaction that needs it waits. @returns a function that releases it. */
export async function holdRow(table: Held, where: string, values: unknown[]) {
  const holder = new pg.Client({ connectionString: databaseUrl(), application_name: HOLDER })
  await holder.connect()
  await holder.query('begin')
  await holder.query(`select from "${table}" where ${where} for update`, values)
  return async () => {
    await holder.query('rollback')
    await holder.end()
  }
}

/**
 * Terminates every connection but this one and that of the lock holder, as a restart of the database does. Idle
 * connections go first, so that the pool has noticed before interrupted work asks for another connection.
 */
export async function breakOffAll(): Promise<void> {
  while ((await breakOff("state = 'idle'")) > 0) await pause(10)
  await breakOff('true')
}

/** @returns the number of terminated connections. */
async function breakOff(which: string): Promise<number> {
  const rows = await db().$queryRawUnsafe<unknown[]>(
    `select pg_terminate_backend(pid)::text from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name <> $1 and ${which}`,
    HOLDER,
  )
  return rows.length
}

/** Waits until `count` connections wait for a lock, or until `work` ends without waiting. */
export async function untilWaiting(count: number, work: Promise<unknown>): Promise<void> {
  let done = false
  const finish = () => {
    done = true
  }
  work.then(finish, finish)
  const patienceEnds = Date.now() + PATIENCE_MS
  while (!done && (await countWaiting()) < count) {
    if (Date.now() > patienceEnds) throw new Error(`never ${count} waited for a lock`)
    await pause(10)
  }
}

async function countWaiting(): Promise<number> {
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return Number(rows[0]?.count)
}
