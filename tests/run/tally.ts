import { stripVTControlCharacters } from 'node:util'
import { inSeconds } from '@/scripts/start/step'

/** What a stage of the tests came to: how many passed, and what failed, by name and with the first line of its reason. */
export type Tally = { passed: number; failed: readonly string[] }

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: [...one.failed, ...other.failed] }
}

/** One failure as a line: where, and why in the first line that its reason has. */
export function failure(where: string, reason = ''): string {
  const why = stripVTControlCharacters(reason).trim().split('\n')[0]
  return why ? `${where}: ${why}` : where
}

/** Runs one thing that holds or does not, and shows why it does not. */
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
