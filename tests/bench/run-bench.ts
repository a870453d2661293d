// npm run bench: what the production build costs, request by request, on a database of 5,000 learners beside a country of
// institutions and cohorts.
import { stopOnSignals } from '@/scripts/run'
import { type BenchSite, withBenchSite } from './bench-site'
import { measureBesideImports } from './beside-imports'
import { CASES, type CaseName } from './cases'
import { countQueries } from './count-queries'
import { measureCrowd } from './crowd'
import { type Deed, repeat } from './load'
import { measure } from './measure'
import { type Options, readOptions } from './options'
import { memoryMb } from './processes'
import { progress } from './progress'
import { inWords, type Report } from './report/report'
import { measureSearch } from './search/measure-search'
import type { SearchFigures } from './search/search-figures'
import { starterMemoryMb } from './starter'
import { timeBuild } from './time-build'
import { openVisitor } from './visitor'
import { weighPages } from './weigh-pages'

const CONNECTIONS = [1, 8, 32]
/** The library as it is, and ten times as large. */
const LIBRARIES = [1, 10]
/** V8 compiles what runs often, and better what runs more often: a server that has just begun costs twice as much. */
const WARM_AFTER = { requests: 2000, turns: 5 }

stopOnSignals()
try {
  const options = readOptions(process.argv.slice(2))
  const buildSeconds = await progress('Building from nothing', timeBuild)
  const search = await searches(options)
  const report = { ...(await withBenchSite(options.size, (site) => bench(site, options))), search, buildSeconds }
  console.log(options.json ? JSON.stringify(report) : inWords(report))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
process.exit()

async function searches({ seconds }: Options): Promise<SearchFigures[]> {
  const figures: SearchFigures[] = []
  for (const times of LIBRARIES) {
    const title = `Searching the library, times ${times}`
    figures.push(await progress(title, () => measureSearch(times, seconds)))
  }
  return figures
}

async function bench(
  site: BenchSite,
  { only, crowd, import: imports, seconds, size }: Options,
): Promise<Omit<Report, 'search' | 'buildSeconds'>> {
  const { visit, answered, close } = openVisitor(site.port)
  const warmUp = async (deed: Deed) => {
    const enough = answered() + WARM_AFTER.requests
    for (let turn = 0; turn < WARM_AFTER.turns && answered() < enough; turn++) await repeat(deed, 8, seconds)
  }
  const bare = await CASES.bare.make(site, visit)
  const deeds: Partial<Record<CaseName, Deed>> = {}
  for (const name of only) deeds[name] = await CASES[name].make(site, visit)

  const rows: Report['rows'] = []
  await warmUp(bare)
  for (const [name, deed] of Object.entries(deeds) as [CaseName, Deed][]) {
    await progress(CASES[name].title, async () => {
      await warmUp(deed)
      for (const connections of CONNECTIONS) {
        // Each time anew: what else the machine does changes from minute to minute.
        const beside = await measure(site, bare, connections, seconds / 3)
        rows.push({ name, bare: beside, ...(await measure(site, deed, connections, seconds)) })
      }
    })
  }
  const memory = { server: memoryMb(site.serverPid), database: memoryMb(site.databasePid) }
  const crowded = crowd ? await progress('200 readers at once, for a minute', () => measureCrowd(site)) : null
  const besideImports = imports
    ? await progress('Asking for pages while a list is read', () => measureBesideImports(site))
    : null
  const queries = await progress('Counting queries', () => countQueries(site, deeds))
  const weights = await progress('Weighing pages', () => weighPages(site, visit))
  close()
  const starter = await progress('Starting a second site by `start.mjs`', starterMemoryMb)
  const { cohorts, people, answers } = site.country
  const filled = { rows: site.rows, seconds: site.fillSeconds, cohorts, people, answers }
  const once = { queries, memory, starter, crowd: crowded, besideImports, weights }
  return { size, filled, node: process.version, seconds, rows, ...once }
}
