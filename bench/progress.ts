import { inSeconds } from '@/scripts/start/step'

/** Prints a step and its duration to standard error, because standard output is for the figures. */
export async function progress<T>(title: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  process.stderr.write(`▸ ${title}\n`)
  const result = await work()
  process.stderr.write(`✓ ${title}  ${inSeconds(since)}\n`)
  return result
}
