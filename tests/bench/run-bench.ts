// npm run bench: what a request costs on the production build, on a database of 5,000 learners.
import { stopOnSignals } from '@/scripts/run'
import { type BenchSite, withBenchSite } from './bench-site'
import { CASES, type CaseName } from './cases'
import { countQueries } from './count-queries'
import { type Deed, repeat } from './load'
import { measure } from './measure'
import { type Options, readOptions, USAGE } from './options'
import { memoryMb } from './processes'
import { progress } from './progress'
import { inWords, type Report } from './report'
import { openVisitor } from './visitor'

const CONNECTIONS = [1, 8, 32]

stopOnSignals()
try {
  const options = readOptions(process.argv.slice(2))
  const report = await withBenchSite(options.size, (site) => bench(site, options))
  console.log(options.json ? JSON.stringify(report) : inWords(report))
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`)
  process.exitCode = 1
}
process.exit()

async function bench(site: BenchSite, { only, seconds, size }: Options): Promise<Report> {
  const { visit, close } = openVisitor(site.port)
  const memory = () => ({ server: memoryMb(site.serverPid), database: memoryMb(site.databasePid) })
  const bare = await CASES.bare.make(site, visit)
  const deeds: Partial<Record<CaseName, Deed>> = {}
  for (const name of only) deeds[name] = await CASES[name].make(site, visit)

  const rows: Report['rows'] = []
  await repeat(bare, 8, seconds)
  for (const [name, deed] of Object.entries(deeds) as [CaseName, Deed][]) {
    await progress(CASES[name].title, async () => {
      await repeat(deed, 8, seconds) // nothing counts while the server warms up
      for (const connections of CONNECTIONS) {
        // Each time anew: what else the machine does changes from minute to minute.
        const beside = await measure(site, bare, connections, seconds / 3)
        rows.push({ name, bareCpu: beside.cpu, ...(await measure(site, deed, connections, seconds)) })
      }
    })
  }
  const memoryAfter = memory()
  const queries = await progress('Counting queries', () => countQueries(site, deeds))
  close()
  return { size, rowsFilled: site.rows, node: process.version, seconds, rows, queries, memory: memoryAfter }
}
