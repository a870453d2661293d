import { z } from 'zod'
import { run } from '@/scripts/run'
import { countResults } from './results'
import type { Tally } from './tally'

const resultsSchema = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/** Runs one project of vitest.config.ts. */
export function runVitest(project: string): Promise<Tally> {
  const start = (file: string) =>
    run('node_modules/vitest/vitest.mjs', [
      'run',
      `--project=${project}`,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ])
  return countResults(start, countVitest)
}

/** A file that broke before its first test counts as one failure; a skipped test counts as nothing. */
export function countVitest(results: unknown): Tally {
  const tally = { passed: 0, failed: 0 }
  for (const { status, assertionResults } of resultsSchema.parse(results).testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length
    tally.passed += assertionResults.filter((test) => test.status === 'passed').length
    tally.failed += failed === 0 && status === 'failed' ? 1 : failed
  }
  return tally
}
