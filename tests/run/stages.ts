import { next, run, tsx } from '@/scripts/run'
import { buildIfNeeded } from '@/scripts/start/build'
import { runPlaywright } from './playwright'
import { add, counted, type Tally } from './tally'
import { runVitest } from './vitest'

const QUIET = { quiet: true }
const SOURCE_FOLDERS = [
  'app',
  'components',
  'domain',
  'i18n',
  'server',
  'demo',
  'scripts',
  'prisma',
  'tools',
  'bench',
  'tests',
]
const DOORS = [
  'proxy.ts',
  'start.mjs',
  'next.config.mjs',
  'prisma.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
]

async function check(): Promise<Tally> {
  const checks = {
    'types (tsc)': checkTypes,
    'format and lint (biome)': () => run('node_modules/@biomejs/biome/bin/biome', ['check', '.'], QUIET),
    'import rules (dependency-cruiser)': () =>
      run(
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ['--config', '.dependency-cruiser.mjs', ...SOURCE_FOLDERS, ...DOORS],
        QUIET,
      ),
    'nothing unused (knip)': () => run('node_modules/knip/bin/knip.js', [], QUIET),
    'content (content:check)': () => tsx('scripts/content-check.ts', [], QUIET),
    'messages of the three languages (vitest)': () =>
      run('node_modules/vitest/vitest.mjs', ['run', '--project=unit', 'i18n/messages.test.ts'], QUIET),
  }
  // Most of them keep one core busy, so two run at a time; the longest comes first.
  const waiting = Object.entries(checks)
  const tallies: Tally[] = []
  const inTurn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) tallies.push(await counted(...next))
  }
  await Promise.all([inTurn(), inTurn()])
  return tallies.reduce(add)
}

async function checkTypes(): Promise<void> {
  await next(['typegen'], QUIET) // the types of the current routes, not those of the last build
  await run('node_modules/typescript/bin/tsc', ['--noEmit'], QUIET)
}

const build = () => counted('next build', () => buildIfNeeded())

/** In the order in which they run; each returns what passed and what failed. */
export const STAGES = {
  check,
  unit: () => runVitest('unit', 'unit-alone'),
  content: () => runVitest('content'),
  build, // before the tests that start the site as `npm start` does
  integration: () => runVitest('integration', 'integration-alone'),
  e2e: runPlaywright,
} satisfies Record<string, () => Promise<Tally>>
export type StageName = keyof typeof STAGES
