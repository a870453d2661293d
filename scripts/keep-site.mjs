// Node built-ins only: this process runs as long as the site is served. The heavy preparation runs in a process of its
// own, which ends before that.
import { supervise, typescript } from './supervise.mjs'
import { watchDatabase } from './watch-database.mjs'

/** Prepares the site and serves it until this process is told to stop. @returns the exit code. */
export async function keepSite(words) {
  const { run, isStopped } = supervise()
  let site
  const prepared = await run(typescript('scripts/start.ts', String(process.pid), ...words), {
    onMessage: (message) => {
      site = message
    },
  })
  if (!site) return prepared.code ?? 1

  const database = site.postgresPid === null ? null : watchDatabase(site.postgresPid, site.env)
  const how = { stdin: 'ignore', env: site.env, onMessage: () => announce(site) }
  const served = isStopped() ? null : await run(site.args, how)
  await database?.leave()
  if (isStopped()) return 0
  console.error(`The web server ended by itself (${served.signal ?? served.code}).`)
  return 1
}

/** The time counts from the start of this process, which includes the installation of packages. */
function announce({ answersAt, more }) {
  const seconds = (performance.now() / 1000).toFixed(1)
  console.log(`\n${[`${answersAt}, ${seconds} s after the start.`, ...more].join('\n')}\n`)
}
