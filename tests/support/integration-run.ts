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
  // Documents name the built style sheet; a site that runs from this checkout keeps its own.
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  await buildPrograms()
  const { close, ...testRun } = await openTestRun()
  project.provide('testRun', testRun)
  return close
}
