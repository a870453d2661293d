import 'server-only'
import type PgBoss from 'pg-boss'
import { log } from '../log'

export type JobName = 'mail' | 'lists' | 'retention'

declare global {
  var jobs: PgBoss | undefined
}

/** Asks for a look soon. Where no jobs run (a command line), the next minute's look finds it. */
export async function wake(name: JobName): Promise<void> {
  try {
    await globalThis.jobs?.send(name, {})
  } catch (error) {
    log('jobs-failed', { reason: reasonOf(error) })
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
}
