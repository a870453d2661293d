import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const FOLDER = 'public/assets'
const MANIFEST = path.join(FOLDER, 'manifest.json')
const SOURCES = {
  'site.css': 'app/styles/site.css',
  'leave.js': 'components/shell/leave.entry.ts',
  'site.js': 'components/shell/site.entry.ts',
  'lesson.js': 'components/course/lesson.entry.ts',
  'exam.js': 'components/exam/exam.entry.ts',
  'verify.js': 'components/certificate/verify.entry.ts',
  'import.js': 'components/cohort/import/import.entry.ts',
}

/**
 * The one style sheet and the few small scripts of the site's documents, under names that change with their content, so
 * that a browser may keep them for ever, each compressed beside itself. `manifest.json` tells the names.
 */
export async function buildAssets(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const names = await Promise.all(Object.entries(SOURCES).map(([name, source]) => buildOne(name, source)))
  writeFileSync(MANIFEST, JSON.stringify(Object.fromEntries(names)))
}

async function buildOne(name: string, source: string): Promise<[string, string]> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    external: ['/fonts/*'],
    logLevel: 'warning',
  })
  const content = outputFiles[0]?.contents ?? new Uint8Array()
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const file = name.replace('.', `-${hash}.`)
  writeFileSync(path.join(FOLDER, file), content)
  writeFileSync(path.join(FOLDER, `${file}.gz`), gzipSync(content, { level: 9 }))
  return [name, `/assets/${file}`]
}

if (process.argv[1]?.endsWith('build-assets.ts')) await buildAssets()
