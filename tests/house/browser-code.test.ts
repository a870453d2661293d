import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, expect, it } from 'vitest'
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

let imports = new Map<string, string[]>()
beforeAll(async () => {
  imports = await runtimeImports()
}, 120_000)

/** The editor that reviewers load with a button; without it, they use a plain field. */
const EDITOR = 'components/editorial/source/editor.entry.ts'

it('sends the browser scripts of our own alone: no package, so neither zod (26 kB) nor React (60 kB)', () => {
  const entries = [...imports.keys()].filter((file) => file.endsWith('.entry.ts'))
  const sent = (from: string) => [...reachableFrom(from, imports)].filter((file) => file.includes('node_modules/'))

  expect(entries.length).toBeGreaterThan(3)
  expect(entries.filter((entry) => entry !== EDITOR).flatMap(sent)).toEqual([])
  const packages = new Set(sent(EDITOR).map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file))
  expect([...packages].filter((name) => !/^(@codemirror|@lezer)\//.test(name))).toEqual([])
})

it('imports the packages of the editor only in its own folder', () => {
  const packages = /node_modules\/(@codemirror|@lezer)\//
  const importers = [...imports].flatMap(([file, all]) => (all.some((one) => packages.test(one)) ? [file] : []))

  expect(importers.length).toBeGreaterThan(0)
  expect(importers.filter((file) => !file.startsWith('components/editorial/source/') && !packages.test(file))).toEqual(
    [],
  )
})
