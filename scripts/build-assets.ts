import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type BuildOptions, build, type StdinOptions } from 'esbuild'
import { directionOf, LOCALES } from '@/domain/locale'
import ar from '@/i18n/messages/ar.json' with { type: 'json' }
import en from '@/i18n/messages/en.json' with { type: 'json' }
import fr from '@/i18n/messages/fr.json' with { type: 'json' }

const FOLDER = 'public/assets'
const MANIFEST = path.join(FOLDER, 'manifest.json')
/** The style sheets: `site.css` is what every page needs; a page names the others that it needs (`styles`). */
export const SHEETS: Readonly<Record<string, readonly string[]>> = {
  'site.css': ['tokens', 'base', 'shell', 'form', 'lesson', 'question', 'certificate'],
  'brief.css': ['brief'],
  'casework.css': ['casework'],
  'course.css': ['cover', 'course'],
  'editorial.css': ['editorial'],
  'exam.css': ['exam', 'paper'],
  'film.css': ['film'],
  'reader.css': ['drawing', 'film', 'listen', 'reader', 'notes', 'step'],
  'library.css': ['library', 'library-tools', 'chips', 'lists'],
  'practice.css': ['chips', 'practice'],
  'referral.css': ['referral'],
  'review.css': ['review'],
  'seminar.css': ['seminar'],
  'simulation.css': ['simulation'],
  'tray.css': ['tray'],
  'staff.css': [
    'dashboard',
    'people',
    'programme',
    'import',
    'desk',
    'report',
    'second-factor',
    'access',
    'attendance',
  ],
  'survey.css': ['survey'],
  'today.css': ['today'],
  'worksheet.css': ['worksheet'],
}
/** The style sheet for printing. It puts the name of the platform at the top of every printed page. */
const PRINT_SHEET = 'print.css'
/** The programs of the service worker. Their addresses never change, so their names have no hash. */
const WORKERS = {
  'worker.js': 'components/course/kept/worker.entry.ts',
  'worker-withdrawn.js': 'components/course/kept/worker-withdrawn.entry.ts',
}
/** The scripts of pages, by the names that pages use, with the files they are made from. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  'leave.js': 'components/shell/leave.entry.ts',
  'site.js': 'components/shell/site.entry.ts',
  'lesson.js': 'components/course/lesson.entry.ts',
  // A lesson loads it only if the device has a voice for the language of the page.
  'listen.js': 'components/course/listen/listen.entry.ts',
  // Pages with questions of these kinds load these scripts besides their own.
  'order.js': 'components/question/kinds/order.entry.ts',
  'rank.js': 'components/question/kinds/rank.entry.ts',
  'number.js': 'components/question/kinds/number.entry.ts',
  'keep.js': 'components/course/kept/keep.entry.ts',
  'kept.js': 'components/course/kept/kept.entry.ts',
  'send-kept.js': 'components/course/kept/send-kept.entry.ts',
  'leave-device.js': 'components/course/kept/leave-device.entry.ts',
  'exam.js': 'components/exam/exam.entry.ts',
  'verify.js': 'components/certificate/verify.entry.ts',
  'search.js': 'components/library/search.entry.ts',
  'import.js': 'components/cohort/import/import.entry.ts',
  'room.js': 'components/seminar/room.entry.ts',
  'casework.js': 'components/practice/casework.entry.ts',
  'attendance.js': 'components/seminar/attendance.entry.ts',
  // For pages that ask a person with a passkey for a code, and for pages on which a passkey is added.
  'passkey.js': 'components/form/passkey.entry.ts',
  'worksheet.js': 'components/practice/worksheet/worksheet.entry.ts',
  'kept-worksheet.js': 'components/practice/worksheet/kept-worksheet.entry.ts',
  'source.js': 'components/editorial/source/source.entry.ts',
  // The source view loads it when the reader opens the editor.
  'editor.js': 'components/editorial/source/editor.entry.ts',
  'reason.js': 'components/practice/simulation/reason.entry.ts',
}

/**
 * Builds the style sheets and the few small scripts of the site's documents. Their names contain a hash of their
 * content, so that browsers may cache them for ever. Each has its compressed copies beside it. `manifest.json` maps the
 * plain names to them.
 */
export async function buildAssets(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const names = await Promise.all([
    ...Object.entries(SHEETS).map(([name, files]) => buildOne(name, { stdin: sheetOf(files) })),
    buildOne(PRINT_SHEET, { stdin: printSheet() }),
    ...Object.entries(SCRIPTS).map(([name, source]) => buildOne(name, { entryPoints: [source] })),
  ])
  await Promise.all(Object.entries(WORKERS).map(([name, source]) => buildWorker(name, source)))
  writeFileSync(MANIFEST, JSON.stringify(Object.fromEntries(names)))
}

function sheetOf(files: readonly string[]): StdinOptions {
  const contents = files.map((file) => `@import "./${file}.css";`).join('\n')
  return { contents, resolveDir: 'app/styles', loader: 'css' }
}

function printSheet(): StdinOptions {
  const heads = LOCALES.map((locale) => {
    const name = JSON.stringify(SITE_NAME[locale])
    const head = `content: ${name}; direction: ${directionOf(locale)}; font: 8pt ${HEAD_FONT}; color: #444;`
    return `@page ${locale} { @top-center { ${head} } }\nhtml:lang(${locale}) { page: ${locale}; }`
  })
  return { contents: ['@import "./print.css";', ...heads].join('\n'), resolveDir: 'app/styles', loader: 'css' }
}

// The translator needs the whole of React, which the programs that build the site do not load.
const SITE_NAME = { ar: ar.site.name, fr: fr.site.name, en: en.site.name }
const HEAD_FONT = '"Noto Sans Arabic", "Noto Sans", sans-serif'

async function buildOne(name: string, source: Pick<BuildOptions, 'entryPoints' | 'stdin'>): Promise<[string, string]> {
  const content = await bundle(source)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const file = name.replace('.', `-${hash}.`)
  writeFileSync(path.join(FOLDER, file), content)
  writeFileSync(path.join(FOLDER, `${file}.gz`), gzipSync(content, { level: 9 }))
  writeFileSync(path.join(FOLDER, `${file}.br`), brotliCompressSync(content))
  return [name, `/assets/${file}`]
}

async function buildWorker(name: string, source: string): Promise<void> {
  writeFileSync(path.join('public', name), await bundle({ entryPoints: [source] }))
}

async function bundle(source: Pick<BuildOptions, 'entryPoints' | 'stdin'>): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...source,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    external: ['/fonts/*'],
    logLevel: 'warning',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

if (process.argv[1]?.endsWith('build-assets.ts')) await buildAssets()
