import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, it } from 'vitest'
import { options } from '@/.dependency-cruiser.mjs'

const ROWS = 'tests/support/e2e/rows.ts'
const TRANSLATOR = 'i18n/translator.ts'

it('loads no translator with the code that makes the rows of browser tests', async () => {
  const { output } = await cruise([ROWS], { ...options, tsPreCompilationDeps: false })
  const { modules } = output as ICruiseResult
  const importers = new Map<string, string>()
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) if (!importers.has(resolved)) importers.set(resolved, source)
  expect(modules.map(({ source }) => source)).toContain(ROWS)
  expect(modules.length).toBeGreaterThan(100)
  expect(importers.get(TRANSLATOR) ?? null).toBeNull()
})
