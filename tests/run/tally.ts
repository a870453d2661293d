import { inSeconds } from '@/scripts/start/step'

/** What a stage of the tests came to. */
export type Tally = { passed: number; failed: number }

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

/** Runs one thing that holds or does not, and shows why it does not. */
export async function counted(title: string, work: () => Promise<unknown>): Promise<Tally> {
  const started = performance.now()
  try {
    await work()
    console.log(`  ✓ ${title}  ${inSeconds(started)}`)
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.log(`  ✗ ${title}  ${inSeconds(started)}\n${(error as Error).message}`)
    return { passed: 0, failed: 1 }
  }
}
