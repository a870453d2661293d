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
      env: {
        // The rooms of server/ run in processes of their own (tests/support/e2e/rows-process.ts).
        NODE_OPTIONS: '',
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
