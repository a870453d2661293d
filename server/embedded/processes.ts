import 'server-only'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const hasProc = existsSync('/proc/self/stat')

/**
 * Names a running process so that a later one with the same number has another name; `undefined` when none runs.
 * A zombie, which nobody may have waited for in a container, does not run.
 */
export function processName(pid: number): string | undefined {
  const started = hasProc ? startTicks(pid) : ps(pid, 'lstart=')
  return started ? `${pid} ${started}` : undefined
}

/** Whether the process that `processName` gave this name still runs. */
export function runs(name: string): boolean {
  return processName(Number.parseInt(name, 10)) === name
}

/** The words a process was started with, or an empty text. */
export function commandLine(pid: number): string {
  return hasProc ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : ps(pid, 'args=')
}

function startTicks(pid: number): string | undefined {
  // proc(5): the name in parentheses may hold anything; after it come the state (field 3) … start time (field 22).
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
