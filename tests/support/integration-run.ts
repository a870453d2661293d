import type { TestProject } from 'vitest/node'
import { openTestRun, type TestRun } from './test-run'

declare module 'vitest' {
  interface ProvidedContext {
    testRun: TestRun
  }
}

export default async function openRun(project: TestProject): Promise<() => Promise<void>> {
  const { close, ...testRun } = await openTestRun()
  project.provide('testRun', testRun)
  return close
}
