import { z } from 'zod'
import { run } from '@/scripts/run'
import { findChromium } from './chromium'
import { countResults } from './results'
import type { Tally } from './tally'

const resultsSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

export async function runPlaywright(): Promise<Tally> {
  const chromium = await findChromium()
  if (!chromium) return { passed: 0, failed: 1 }

  const start = (file: string) =>
    run('node_modules/@playwright/test/cli.js', ['test', '--reporter=dot,json'], {
      timeoutMinutes: 25,
      // The tests use the rooms of server/ to make what they need.
      env: {
        NODE_OPTIONS: '--conditions=react-server',
        PLAYWRIGHT_CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
    })
  return countResults(start, countPlaywright)
}

export function countPlaywright(results: unknown): Tally {
  const { expected, unexpected, flaky } = resultsSchema.parse(results).stats
  return { passed: expected, failed: unexpected + flaky }
}
