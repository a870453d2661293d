// npm run bench: the cost of each request to the production build, on a database with 5,000 learners and a country of
// institutions and cohorts.
import { stopOnSignals } from '@/scripts/run'
import { type BenchSite, withBenchSite } from './bench-site'
import { measureBesideImports } from './beside-imports'
import { CASES, type CaseName } from './cases'
import { measureCorrections } from './corrections'
import { countQueries } from './count-queries'
import { measureCrowd } from './crowd'
import { type Deed, repeatTimes } from './load'
import { CONNECTIONS, measure } from './measure'
import { type Options, readOptions } from './options'
import { memoryMb } from './processes'
import { progress } from './progress'
import { inWords, type Report } from './report/report'
import { measureRetention } from './retention'
import { measureReviewLetters } from './review-letters'
import { measureSearch } from './search/measure-search'
import type { SearchFigures } from './search/search-figures'
import { measureSlowSenders } from './slow-senders'
import { starterMemoryMb } from './starter'
import { timeBuild } from './time-build'
import { openVisitor } from './visitor'
import { weighPages } from './weigh-pages'

/** The library at its size, and ten times as large. */
const LIBRARIES = [1, 10]
const SEARCH_SECONDS = 6
/** V8 optimises code the more often it runs: a server that has just started costs twice as much. */
const WARM_UP_BLOCKS = 10

stopOnSignals()
try {
  const options = readOptions(process.argv.slice(2))
  const buildSeconds = await progress('Building from nothing', timeBuild)
  const search = await searches()
  const report = { ...(await withBenchSite(options.size, (site) => bench(site, options))), search, buildSeconds }
  console.log(options.json ? JSON.stringify(report) : inWords(report))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
process.exit()

async function searches(): Promise<SearchFigures[]> {
  const figures: SearchFigures[] = []
  for (const times of LIBRARIES) {
    const title = `Searching the library, times ${times}`
    figures.push(await progress(title, () => measureSearch(times, SEARCH_SECONDS)))
  }
  return figures
}

async function bench(
  site: BenchSite,
  { only, crowd, import: imports, reviews, corrections: corrects, retention: retains, rounds, size }: Options,
): Promise<Omit<Report, 'search' | 'buildSeconds'>> {
  const { visit, close } = openVisitor(site.port)
  const warmUp = (name: CaseName, deed: Deed) => repeatTimes(deed, WARM_UP_BLOCKS * CASES[name].deeds, CONNECTIONS)
  const bare = await CASES.bare.make(site, visit)
  const deeds: Partial<Record<CaseName, Deed>> = {}
  for (const name of only) deeds[name] = await CASES[name].make(site, visit)

  const rows: Report['rows'] = []
  await warmUp('bare', bare)
  for (const [name, deed] of Object.entries(deeds) as [CaseName, Deed][]) {
    await progress(CASES[name].title, async () => {
      await warmUp(name, deed)
      rows.push({ name, ...(await measure(site, { deed, deeds: CASES[name].deeds, bare }, rounds)) })
    })
  }
  const memory = { server: memoryMb(site.serverPid), database: memoryMb(site.databasePid) }
  const crowded = crowd ? await progress('200 readers at once, for a minute', () => measureCrowd(site)) : null
  const slowSenders = crowd ? await progress('Forms beside slow senders', () => measureSlowSenders(site)) : null
  const besideImports = imports
    ? await progress('Asking for pages while a list or a text is read', () => measureBesideImports(site))
    : null
  const queries = await progress('Counting queries', () => countQueries(site, deeds))
  const weights = await progress('Weighing pages', () => weighPages(site, visit))
  close()
  const reviewLetters = reviews
    ? await progress('Writing letters of review to the country', () => measureReviewLetters(site))
    : null
  const corrections = corrects
    ? await progress('Publishing a correction to the country', () => measureCorrections(site))
    : null
  const retention = retains ? await progress('Looking for what has expired', () => measureRetention(site)) : null
  const starter = await progress('Starting a second site by `start.mjs`', starterMemoryMb)
  const { cohorts, people, answers } = site.country
  const filled = { rows: site.rows, seconds: site.fillSeconds, cohorts, people, answers }
  const once = {
    queries,
    memory,
    starter,
    crowd: crowded,
    slowSenders,
    besideImports,
    reviewLetters,
    corrections,
    retention,
    weights,
  }
  return { size, filled, node: process.version, rows, ...once }
}
