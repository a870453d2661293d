import { stripVTControlCharacters } from 'node:util'
import { inSeconds } from '@/scripts/start/step'

/** The result of a stage: the number of passed tests, and the failed ones by name with the first line of the reason. */
export type Tally = { passed: number; failed: readonly string[] }

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: [...one.failed, ...other.failed] }
}

/** A failure as one line: its place, and the first line of its reason. */
export function failure(where: string, reason = ''): string {
  const why = stripVTControlCharacters(reason).trim().split('\n')[0]
  return why ? `${where}: ${why}` : where
}

/** Runs one check, and prints the reason if it fails. */
export async function counted(title: string, work: () => Promise<unknown>): Promise<Tally> {
  const started = performance.now()
  try {
    await work()
    console.log(`  ✓ ${title}  ${inSeconds(started)}`)
    return { passed: 1, failed: [] }
  } catch (error) {
    const { message } = error as Error
    console.log(`  ✗ ${title}  ${inSeconds(started)}\n${message}`)
    return { passed: 0, failed: [failure(title, message)] }
  }
}
