import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/** Each program with the packages that are not bundled but loaded from node_modules. */
const PROGRAMS = [
  { file: 'built/web-server.cjs', source: 'server/http/main.ts', external: ['next'], minify: false },
  // A thread that lives for one file compiles it each time.
  { file: 'built/parse-worker.cjs', source: 'app/worker/main.ts', external: [], minify: true },
]

/**
 * Builds the programs that Next does not bundle: the web server around it, and the worker thread, which is started
 * from a file. Production, development and tests use the same ones.
 */
export async function buildPrograms(): Promise<void> {
  await Promise.all(PROGRAMS.map(buildOne))
}

async function buildOne({ file, source, external, minify }: (typeof PROGRAMS)[number]): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    external,
    minify,
    charset: 'utf8',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    conditions: ['react-server'],
    jsx: 'automatic',
    logLevel: 'warning',
  })
  const content = Buffer.from(outputFiles[0]?.contents ?? '')
  if (existsSync(file) && readFileSync(file).equals(content)) return
  mkdirSync(path.dirname(file), { recursive: true })
  // The rename is atomic: a site that runs from this checkout may start a thread at any moment.
  writeFileSync(`${file}.${process.pid}`, content)
  renameSync(`${file}.${process.pid}`, file)
}

if (process.argv[1]?.endsWith('build-programs.ts')) await buildPrograms()
