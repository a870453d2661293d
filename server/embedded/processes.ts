import 'server-only'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const hasProc = existsSync('/proc/self/stat')

/**
 * Names a running process so that a later one with the same id has another name; `undefined` if no process has the id.
 * A zombie, for which a container may have no process that waits, does not count as running.
 */
export function processName(pid: number): string | undefined {
  const started = hasProc ? startTicks(pid) : ps(pid, 'lstart=')
  return started ? `${pid} ${started}` : undefined
}

/** Whether the process with this name from `processName` still runs. */
export function runs(name: string): boolean {
  return processName(Number.parseInt(name, 10)) === name
}

/** The command line of a process, or an empty text. */
export function commandLine(pid: number): string {
  return hasProc ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : ps(pid, 'args=')
}

function startTicks(pid: number): string | undefined {
  // proc(5): the name in parentheses may contain anything; after it come the state (field 3) … start time (field 22).
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return fields[0] === 'Z' ? undefined : fields[19]
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
