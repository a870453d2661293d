import path from 'node:path'
import { z } from 'zod'
import { run } from '@/scripts/run'
import { LAST_TEST_FILE } from './last-test'
import { movedClock } from './moved-clock'
import { countResults, type ResultFiles } from './results'
import { add, failure, type Tally } from './tally'

const testSchema = z.object({
  status: z.string(),
  fullName: z.string(),
  failureMessages: z.array(z.string()).nullish(),
})
const fileSchema = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string().optional(),
  assertionResults: z.array(testSchema),
})
const resultsSchema = z.object({ testResults: z.array(fileSchema) })

type Projects = readonly [string, ...string[]]

/** Runs projects of vitest.config.ts together, at the moment whose turn it is. */
export const runVitest = (...projects: Projects): Promise<Tally> => runProjects(projects[0], projects, ['run'])

/** Runs the tests of these projects that import one of the files, directly or through others; there may be none. */
export const runRelated = (files: readonly string[], ...projects: Projects): Promise<Tally> =>
  runProjects('related', projects, ['related', ...files, '--run', '--passWithNoTests'])

function runProjects(stage: string, projects: Projects, command: readonly string[]): Promise<Tally> {
  const clock = movedClock()
  console.log(`  the clock of the tests: ${clock.moment} (TEST_CLOCK names another one)`)
  const start = ({ results, lastTest }: ResultFiles) =>
    run(
      'node_modules/vitest/vitest.mjs',
      [
        ...command,
        ...projects.map((project) => `--project=${project}`),
        '--reporter=dot',
        '--reporter=json',
        '--reporter=./tests/run/last-test.ts',
        `--outputFile.json=${results}`,
      ],
      { env: { ...clock.env, [LAST_TEST_FILE]: lastTest }, timeoutMinutes: 35 },
    )
  return countResults(stage, start, countVitest)
}

/** A file that failed before its first test counts as one failure; a skipped test is not counted. */
export function countVitest(results: unknown): Tally {
  return resultsSchema.parse(results).testResults.map(countFile).reduce(add, { passed: 0, failed: [] })
}

function countFile({ name, status, message, assertionResults }: z.infer<typeof fileSchema>): Tally {
  const file = path.relative(process.cwd(), name)
  const failed = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => failure(`${file} > ${test.fullName}`, test.failureMessages?.[0]))
  if (failed.length === 0 && status === 'failed') failed.push(failure(file, message))
  return { passed: assertionResults.filter((test) => test.status === 'passed').length, failed }
}
