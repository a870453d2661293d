import { readdirSync, readFileSync } from 'node:fs'

// USER_HZ: what proc(5) counts in, on every Linux that Node runs on.
const TICK_MS = 10

/** What the operating system says of one process. Times of children count once those were waited for. */
export type ProcessStat = { pid: number; parent: number; cpuMs: number }

/** @param text the content of /proc/<pid>/stat. @see proc(5): the name in parentheses may hold anything. */
export function readStat(text: string): ProcessStat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  // Counted from the state (field 3 of the manual): ppid is 4; utime, stime, cutime and cstime are 14 to 17.
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return { pid: Number.parseInt(text, 10), parent: Number(fields[1]), cpuMs: ticks * TICK_MS }
}

/** A process and all that descend from it; empty where the system has no /proc. */
export function processTree(root: number): ProcessStat[] {
  const all = running()
  const tree = all.filter(({ pid }) => pid === root)
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid))
  return tree
}

/** Processor time used so far, in milliseconds; null where the system does not say. */
export function cpuMs(root: number): number | null {
  const tree = processTree(root)
  return tree.length > 0 ? tree.reduce((sum, process) => sum + process.cpuMs, 0) : null
}

/** Memory in megabytes, shared pages divided among those who share them (PSS); null where the system does not say. */
export function memoryMb(root: number): number | null {
  const kilobytes = processTree(root).map(
    ({ pid }) => /^Pss:\s+(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1],
  )
  const known = kilobytes.filter((value) => value !== undefined)
  return known.length > 0 ? known.reduce((sum, value) => sum + Number(value), 0) / 1024 : null
}

/** Megabytes that one process has for itself alone (USS): what would be free without it. Null where the system does not say. */
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

/** Empty when the process has ended meanwhile, or there is no /proc. */
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
