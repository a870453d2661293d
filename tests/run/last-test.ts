import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Reporter as PlaywrightReporter, TestCase } from '@playwright/test/reporter'
import type { Reporter as VitestReporter } from 'vitest/node'

/** The setting that names the file in which a test runner records each test as it begins. */
export const LAST_TEST_FILE = 'LAST_TEST_FILE'

/**
 * A reporter for both Playwright and Vitest. It writes at once, so that the record exists even if the runner is killed.
 */
export default class LastTest implements PlaywrightReporter, VitestReporter {
  onTestBegin(test: TestCase): void {
    note(test.titlePath().filter(Boolean).join(' > '))
  }

  onTestCaseReady: VitestReporter['onTestCaseReady'] = ({ module, fullName }) => {
    note(`${module.relativeModuleId} > ${fullName}`)
  }

  // If no reporter says that it writes to the terminal, Playwright adds one that does.
  printsToStdio(): boolean {
    return false
  }
}

function note(title: string): void {
  const file = process.env[LAST_TEST_FILE]
  if (file) writeFileSync(file, title)
}

/** Names the test that began last. */
export function lastTest(file: string): string {
  return existsSync(file) ? `the last test to begin was ${readFileSync(file, 'utf8')}` : 'no test had begun'
}
