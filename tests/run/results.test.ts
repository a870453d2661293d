import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { RunError, run } from '@/scripts/run'
import { countPlaywright } from './playwright'
import { countResults } from './results'
import { countVitest } from './vitest'

const file = (status: string, ...tests: { status: string; failureMessages?: string[] }[]) => ({
  name: path.resolve('domain/sum.test.ts'),
  status,
  message: 'no such module',
  assertionResults: tests.map((each) => ({ fullName: 'adds up', ...each })),
})
const passed = { status: 'passed' }
const skipped = { status: 'skipped' }

describe('the count of the tests', () => {
  it('adds up the tests of all files without the skipped ones, and names what failed and why', () => {
    const failed = { status: 'failed', failureMessages: ['\u001b[31mError: timed out\u001b[39m\n    at sum.ts:1:1'] }
    const testResults = [file('passed', passed, skipped), file('failed', passed, failed, failed)]

    const line = 'domain/sum.test.ts > adds up: Error: timed out'
    expect(countVitest({ testResults })).toEqual({ passed: 2, failed: [line, line] })
  })

  it('counts a file that broke before its first test as one failure', () => {
    const { passed, failed } = countVitest({ testResults: [file('failed')] })

    expect({ passed, failed }).toEqual({ passed: 0, failed: ['domain/sum.test.ts: no such module'] })
  })

  it('counts a browser test that passed only the second time as failed', () => {
    const spec = (title: string, status: string, ...errors: string[]) => ({
      title,
      file: 'exam.test.ts',
      tests: [{ status, results: [{ errors: errors.map((message) => ({ message })) }, { errors: [] }] }],
    })
    const inner = { specs: [spec('keeps', 'expected'), spec('saves', 'flaky', 'Error: gone\nat once')] }
    const outer = { specs: [spec('draws', 'unexpected'), spec('prints', 'skipped')], suites: [inner] }

    expect(countPlaywright({ suites: [outer], errors: [{ message: 'no server' }] })).toEqual({
      passed: 1,
      failed: ['end-to-end tests: no server', 'exam.test.ts > draws', 'exam.test.ts > saves: Error: gone'],
    })
  })
})

describe('a stage that wrote no results', () => {
  const none = () => ({ passed: 0, failed: [] })

  it('that ran out of time is named, with its last test', async () => {
    const tally = await countResults(
      'e2e',
      async ({ lastTest }) => {
        writeFileSync(lastTest, 'exam.test.ts > keeps every answer')
        await run('scripts/parent-watch.mjs', [], { timeoutMinutes: 0 })
      },
      none,
    )

    expect(tally).toEqual({
      passed: 0,
      failed: [
        'the stage e2e: it ran out of time after 0 minutes; the last test to begin was exam.test.ts > keeps every answer',
      ],
    })
  })

  it('keeps what had passed by the time it was stopped', async () => {
    const tally = await countResults(
      'unit',
      async ({ results }) => {
        writeFileSync(results, '{}')
        await run('scripts/parent-watch.mjs', [], { timeoutMinutes: 0 })
      },
      () => ({ passed: 3, failed: [] }),
    )

    expect(tally).toEqual({
      passed: 3,
      failed: ['the stage unit: it ran out of time after 0 minutes; no test had begun'],
    })
  })

  it('that broke says why', async () => {
    const broken = () => Promise.reject(new RunError('no such browser'))

    expect(await countResults('e2e', broken, none)).toEqual({
      passed: 0,
      failed: ['the stage e2e: no such browser'],
    })
  })

  it('that exited with success is a failure too', async () => {
    expect(await countResults('content', async () => {}, none)).toEqual({
      passed: 0,
      failed: ['the stage content: it wrote no results; no test had begun'],
    })
  })
})
