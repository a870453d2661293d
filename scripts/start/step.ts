import { stopping } from '../run'

export function inSeconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** Runs one step of the start, and prints its title and its duration. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  stopping.signal.throwIfAborted()
  const started = performance.now()
  console.log(`▸ ${title}`)
  const result = await work()
  console.log(`✓ ${title}  ${inSeconds(started)}`)
  return result
}
