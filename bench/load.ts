import { stopping } from '@/scripts/run'

/** One action of a visitor, from its first request to its last answer. False if nobody is left to perform it. */
export type Deed = () => Promise<boolean>

/**
 * Repeats a deed on each connection, one after the other, until the time is over. @returns the duration of each in
 * milliseconds.
 */
export async function repeat(deed: Deed, connections: number, seconds: number): Promise<number[]> {
  const ends = performance.now() + seconds * 1000
  const took: number[] = []
  const work = async () => {
    while (performance.now() < ends) {
      stopping.signal.throwIfAborted()
      const began = performance.now()
      if (!(await deed())) return
      took.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return took
}

/**
 * Repeats a deed a fixed number of times over the given connections. @returns the number done before nobody was left.
 */
export async function repeatTimes(deed: Deed, times: number, connections: number): Promise<number> {
  let left = times
  let done = 0
  const work = async () => {
    while (left-- > 0) {
      stopping.signal.throwIfAborted()
      if (!(await deed())) return
      done++
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return done
}

/** The value that the given share of all values does not exceed (nearest rank). @param rate in (0, 1]. */
export function percentile(values: readonly number[], rate: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(rate * sorted.length) - 1)] ?? 0
}
