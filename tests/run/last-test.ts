import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Reporter as PlaywrightReporter, TestCase } from '@playwright/test/reporter'
import type { Reporter as VitestReporter } from 'vitest/node'

/** The setting that names the file in which a test runner notes each test as it begins. */
export const LAST_TEST_FILE = 'LAST_TEST_FILE'

/** A reporter for Playwright and Vitest alike. It writes at once, so that a runner that is killed has still told. */
export default class LastTest implements PlaywrightReporter, VitestReporter {
  onTestBegin(test: TestCase): void {
    note(test.titlePath().filter(Boolean).join(' > '))
  }

  onTestCaseReady: VitestReporter['onTestCaseReady'] = ({ module, fullName }) => {
    note(`${module.relativeModuleId} > ${fullName}`)
  }

  // Playwright asks whether a reporter writes to the terminal, and adds one that does if none says so.
  printsToStdio(): boolean {
    return false
  }
}

function note(title: string): void {
  const file = process.env[LAST_TEST_FILE]
  if (file) writeFileSync(file, title)
}

/** Which test began last, in words. */
export function lastTest(file: string): string {
  return existsSync(file) ? `the last test to begin was ${readFileSync(file, 'utf8')}` : 'no test had begun'
}
