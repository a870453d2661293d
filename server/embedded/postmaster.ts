import 'server-only'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLine, processName } from './processes'

/** Read from PostgreSQL's own lock file, whose first lines are the process, data folder, start time and port. */
export type Postmaster = { pid: number; port: number }

/** The server that runs on this data folder, if there is one. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(pidFile(cluster), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  const isOurs = commandLine(pid).includes(cluster) && processName(pid) !== undefined
  return isOurs ? { pid, port } : undefined
}

/**
 * PostgreSQL refuses to start while its lock file names a live process, even one that only happens to have the same id.
 */
export function forgetDeadPostmaster(cluster: string): void {
  if (!runningPostmaster(cluster)) rmSync(pidFile(cluster), { force: true })
}

/** Stops the server of this data folder, and waits until it has exited. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const found = runningPostmaster(cluster)
  if (!found) return
  const name = processName(found.pid)

  // SIGINT is PostgreSQL's fast shutdown: it rolls back open transactions and writes all data to disk. SIGQUIT is the
  // last resort.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (processName(found.pid) === name) process.kill(found.pid, signal)
    for (let waits = 0; waits < 300 && processName(found.pid) === name; waits++) await sleep(100)
  }
}

const pidFile = (cluster: string) => path.join(cluster, 'postmaster.pid')
