import { readdirSync, readFileSync } from 'node:fs'

// USER_HZ: the unit of times in proc(5), the same on every Linux that Node runs on.
const TICK_MS = 10

/**
 * The operating system's data about one process. The times of a child are included once its parent has waited for it.
 */
export type ProcessStat = { pid: number; parent: number; cpuMs: number }

/** @param text the content of /proc/<pid>/stat. @see proc(5): the name in parentheses may hold anything. */
export function readStat(text: string): ProcessStat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  // The index counts from the state (field 3 of the manual): ppid is 4; utime, stime, cutime and cstime are 14 to 17.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return { pid: Number.parseInt(text, 10), parent: Number(fields[1]), cpuMs: ticks * TICK_MS }
}

/** A process and all its descendants; empty on systems without /proc. */
export function processTree(root: number): ProcessStat[] {
  const all = running()
  const tree = all.filter(({ pid }) => pid === root)
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid))
  return tree
}

/** Processor time used so far in milliseconds; null if the system does not report it. */
export function cpuMs(root: number): number | null {
  const tree = processTree(root)
  return tree.length > 0 ? tree.reduce((sum, process) => sum + process.cpuMs, 0) : null
}

/** Memory in megabytes with shared pages divided among their users (PSS); null if the system does not report it. */
export function memoryMb(root: number): number | null {
  const kilobytes = processTree(root).map(
    ({ pid }) => /^Pss:\s+(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1],
  )
  const known = kilobytes.filter((value) => value !== undefined)
  return known.length > 0 ? known.reduce((sum, value) => sum + Number(value), 0) / 1024 : null
}

/**
 * Megabytes that only one process uses (USS): the memory that its end would free. Null if the system does not report
 * it.
 */
export function ownMemoryMb(pid: number): number | null {
  const kept = [...readOr(`/proc/${pid}/smaps_rollup`).matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)]
  return kept.length > 0 ? kept.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024 : null
}

function running(): ProcessStat[] {
  const pids = namesIn('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .map((pid) => readOr(`/proc/${pid}/stat`))
    .filter(Boolean)
    .map(readStat)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Empty if the process has ended meanwhile, or if there is no /proc. */
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
