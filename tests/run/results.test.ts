import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { countPlaywright } from './playwright'
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
