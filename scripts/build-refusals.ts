import { rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { run } from './run'

/**
 * Builds the error pages with which the web server itself refuses requests, in the layout of the site. A separate
 * program writes them, because this process may have loaded React for server components, which cannot render to HTML.
 * It needs `public/assets/manifest.json`.
 */
export async function buildRefusals(): Promise<void> {
  const program = path.resolve(`built/write-refusals.${process.pid}.cjs`)
  await build({
    entryPoints: ['scripts/write-refusals.tsx'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    conditions: ['react-server'],
    logLevel: 'warning',
  })
  await run(program, [], { env: { NODE_OPTIONS: '' } })
  rmSync(program)
}

if (process.argv[1]?.endsWith('build-refusals.ts')) await buildRefusals()
