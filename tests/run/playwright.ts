import { z } from 'zod'
import { run } from '@/scripts/run'
import { findChromium } from './chromium'
import { LAST_TEST_FILE } from './last-test'
import { countResults, type ResultFiles } from './results'
import { add, failure, type Tally } from './tally'
import { ONLY_TOUCHED, TOUCHED } from './template-visits'
import { changesSince, touchedRoutes } from './touched-routes'

const runSchema = z.object({ errors: z.array(z.object({ message: z.string() })) })
const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.string(), results: z.array(runSchema) })),
})
const suiteSchema = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})
type Suite = z.infer<typeof suiteSchema>
const resultsSchema = z.object({
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })), // outside the tests: a server that does not start
})

/** All browser tests. The templates of what has changed since the last tag are opened in every state. */
export async function runPlaywright(): Promise<Tally> {
  return runFiles('e2e', [], { [TOUCHED]: nameTouched(await touchedRoutes(changesSince())) })
}

/** The templates of these routes alone, in every state. */
export function runTemplates(touched: readonly string[]): Promise<Tally> {
  return runFiles('templates', ['tests/e2e/templates.test.ts'], {
    [TOUCHED]: nameTouched(touched),
    [ONLY_TOUCHED]: '1',
  })
}

function nameTouched(touched: readonly string[]): string {
  if (touched.length > 0) console.log(`  in every state, because they changed: ${touched.join(' ')}`)
  return touched.join(' ')
}

async function runFiles(stage: string, files: readonly string[], settings: Record<string, string>): Promise<Tally> {
  const chromium = await findChromium()
  if (!chromium) return { passed: 0, failed: ['no Chromium'] }

  const start = ({ results, lastTest }: ResultFiles) =>
    run('node_modules/@playwright/test/cli.js', ['test', ...files, '--reporter=dot,json,./tests/run/last-test.ts'], {
      timeoutMinutes: 55,
      env: {
        ...settings,
        // The code of server/ runs in processes of its own (tests/support/e2e/rows-process.ts).
        NODE_OPTIONS: '',
        PLAYWRIGHT_CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: results,
        [LAST_TEST_FILE]: lastTest,
      },
    })
  return countResults(stage, start, countPlaywright)
}

/** A test that passed only in a retry counts as failed; a skipped test is not counted. */
export function countPlaywright(results: unknown): Tally {
  const { suites, errors } = resultsSchema.parse(results)
  const outside = { passed: 0, failed: errors.map(({ message }) => failure('end-to-end tests', message)) }
  return suites.flatMap(specsIn).map(countSpec).reduce(add, outside)
}

const specsIn = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsIn)]

function countSpec({ title, file, tests }: z.infer<typeof specSchema>): Tally {
  const failed = tests
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ results }) => failure(`${file} > ${title}`, results.flatMap((run) => run.errors)[0]?.message))
  return { passed: tests.filter(({ status }) => status === 'expected').length, failed }
}
