import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const WORKERS = { 'built/import-worker.cjs': 'server/cohort/import/import-worker.ts' }

/**
 * The programs that run in threads of their own. Next bundles what answers requests; a thread is started with a file, which
 * is therefore made here, for the built site as for development and tests.
 */
export async function buildWorkers(): Promise<void> {
  await Promise.all(Object.entries(WORKERS).map(([file, source]) => buildOne(file, source)))
}

async function buildOne(file: string, source: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    conditions: ['react-server'],
    logLevel: 'warning',
  })
  const content = Buffer.from(outputFiles[0]?.contents ?? '')
  if (existsSync(file) && readFileSync(file).equals(content)) return
  mkdirSync(path.dirname(file), { recursive: true })
  // At once whole: a site that runs from this checkout may start a thread at any moment.
  writeFileSync(`${file}.${process.pid}`, content)
  renameSync(`${file}.${process.pid}`, file)
}

if (process.argv[1]?.endsWith('build-workers.ts')) await buildWorkers()
