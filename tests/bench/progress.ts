import { inSeconds } from '@/scripts/start/step'

/** Says what is done and how long it took, beside the figures: standard output is for those. */
export async function progress<T>(title: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  process.stderr.write(`▸ ${title}\n`)
  const result = await work()
  process.stderr.write(`✓ ${title}  ${inSeconds(since)}\n`)
  return result
}
