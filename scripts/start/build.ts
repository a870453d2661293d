import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildAssets } from '../build-assets'
import { buildPrograms } from '../build-programs'
import { buildRefusals } from '../build-refusals'
import { next } from '../run'

const STAMP = '.next/sources.sha256'
// The last page that a build writes.
const REFUSALS = 'built/refusals/wrong-method.en.html'

// The folders that Next reads while it builds. Courses and the library are read at run time.
const SOURCE_FOLDERS = ['app', 'components', 'domain', 'i18n', 'server', 'generated']
const FILES = ['package-lock.json', 'proxy.ts', 'scripts/build-assets.ts', 'scripts/write-refusals.tsx']
const CONFIGURATION = /^(next.config|postcss.config|instrumentation)\./

type Options = {
  /** No output unless the build fails. */
  quiet?: boolean
}

/** Builds the site unless the last build was made from these sources. */
export async function buildIfNeeded(options: Options = {}): Promise<void> {
  const stands = [STAMP, '.next/BUILD_ID', 'public/assets/manifest.json', REFUSALS].every((file) => existsSync(file))
  if (stands && readFileSync(STAMP, 'utf8') === hashOfSources()) return buildPrograms()
  await build(options)
}

/** Builds the site even if the last build is up to date. */
export async function build({ quiet = false }: Options = {}): Promise<void> {
  const sources = hashOfSources()
  rmSync(STAMP, { force: true }) // an interrupted build must not count as complete
  await buildAssets()
  await Promise.all([buildPrograms(), buildRefusals()])
  await next(['build'], { quiet, env: { NODE_ENV: 'production' } })
  writeFileSync(STAMP, sources)
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const configuration = readdirSync('.').filter((name) => CONFIGURATION.test(name))
  for (const file of [...SOURCE_FOLDERS, ...FILES, ...configuration].flatMap(filesOf).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesOf(source: string): string[] {
  if (!existsSync(source)) return []
  if (!statSync(source).isDirectory()) return [source]
  const entries = readdirSync(source, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  return files.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
}
