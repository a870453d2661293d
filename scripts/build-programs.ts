import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/** Each with what it leaves to be loaded as it is installed. */
const PROGRAMS = [
  { file: 'built/web-server.cjs', source: 'server/http/main.ts', external: ['next'] },
  { file: 'built/import-worker.cjs', source: 'server/cohort/import/import-worker.ts', external: [] },
]

/**
 * The programs that Next does not bundle: the web server around it, and what runs in threads of its own, which are started
 * with a file. They are the same for the built site, for development and for tests.
 */
export async function buildPrograms(): Promise<void> {
  await Promise.all(PROGRAMS.map(buildOne))
}

async function buildOne({ file, source, external }: (typeof PROGRAMS)[number]): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    external,
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

if (process.argv[1]?.endsWith('build-programs.ts')) await buildPrograms()
