import { stopping } from '../run'

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

const begun = performance.now()

/** Does one step of the start, and says what it is and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  stopping.signal.throwIfAborted()
  const started = performance.now()
  console.log(`▸ ${title}`)
  const result = await work()
  console.log(`✓ ${title}  ${seconds(started)}`)
  return result
}

export function sinceBegin(): string {
  return seconds(begun)
}
