import { readFileSync } from 'node:fs'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, it } from 'vitest'
import { options } from '@/.dependency-cruiser.mjs'

/** What runs: imports that are only of types are left out. */
async function runtimeImports(): Promise<Map<string, string[]>> {
  const { output } = await cruise(['components', 'app'], { ...options, tsPreCompilationDeps: false })
  const { modules } = output as ICruiseResult
  return new Map(modules.map(({ source, dependencies }) => [source, dependencies.map(({ resolved }) => resolved)]))
}

function reachableFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([file])
  for (const each of reached) for (const next of imports.get(each) ?? []) reached.add(next)
  return reached
}

it('keeps zod, 26 kB, out of what client components send to the browser', async () => {
  const imports = await runtimeImports()
  const ours = [...imports.keys()].filter((file) => /^(app|components)\//.test(file))
  const clients = ours.filter((file) => /^['"]use client['"]/.test(readFileSync(file, 'utf8')))
  const carriers = clients.filter((file) =>
    [...reachableFrom(file, imports)].some((each) => each.includes('node_modules/zod/')),
  )

  expect(clients).not.toEqual([])
  expect(carriers).toEqual([])
})
