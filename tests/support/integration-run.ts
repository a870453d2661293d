import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { buildAssets } from '@/scripts/build-assets'
import { buildPrograms } from '@/scripts/build-programs'
import { openTestRun, type TestRun } from './test-run'

declare module 'vitest' {
  interface ProvidedContext {
    testRun: TestRun
  }
}

export default async function openRun(project: TestProject): Promise<() => Promise<void>> {
  // Documents refer to the built style sheet. An existing build is kept, because a site may run from this checkout.
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  await buildPrograms()
  const { close, ...testRun } = await openTestRun()
  project.provide('testRun', testRun)
  return close
}
