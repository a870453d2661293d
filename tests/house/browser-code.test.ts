import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, it } from 'vitest'
import { options } from '@/.dependency-cruiser.mjs'

/** The imports that exist at run time, without type imports. */
async function runtimeImports(): Promise<Map<string, string[]>> {
  const { output } = await cruise(['components'], { ...options, tsPreCompilationDeps: false })
  const { modules } = output as ICruiseResult
  return new Map(modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]))
}

function reachableFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([file])
  for (const each of reached) for (const next of imports.get(each) ?? []) reached.add(next)
  return reached
}

it('sends the browser scripts of our own alone: no package, so neither zod (26 kB) nor React (60 kB)', async () => {
  const imports = await runtimeImports()
  const entries = [...imports.keys()].filter((file) => file.endsWith('.entry.ts'))
  const sent = entries.flatMap((entry) => [...reachableFrom(entry, imports)])

  expect(entries.length).toBeGreaterThan(3)
  expect(sent.filter((file) => file.includes('node_modules/'))).toEqual([])
})
