import { describe, expect, it } from 'vitest'
import { countPlaywright } from './playwright'
import { countVitest } from './vitest'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

describe('the count of the tests', () => {
  it('adds up the tests of all files, without the skipped ones', () => {
    const testResults = [file('passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'failed')]

    expect(countVitest({ testResults })).toEqual({ passed: 2, failed: 2 })
  })

  it('counts a file that broke before its first test as one failure', () => {
    expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a browser test that passed only the second time as failed', () => {
    expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 } })).toEqual({ passed: 3, failed: 2 })
  })
})
