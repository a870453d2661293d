// A site with its own database and the courses named as arguments, whose clock a test sets ahead. Each message is a
// number of milliseconds: the server is restarted with its clock that much ahead.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import PgBoss from 'pg-boss'
import { whenParentDies } from '@/scripts/parent-watch.mjs'
import { tsx } from '@/scripts/run'
import { JOB_NAMES } from '@/server/queue/wake'
import { writeSiteSettings } from '../e2e-settings'
import { type Site, startSite } from '../site'
import { copyTemplate, openTestRun } from '../test-run'

const CLOCK = ['--import', pathToFileURL(path.resolve('tests/support/moved-clock.mjs')).href]

const run = await openTestRun()
const { url } = await copyTemplate(run, 'moved')
const settings = writeSiteSettings(process.env.E2E_PORT ?? '', url)
await tsx('scripts/course-publish.ts', process.argv.slice(2), { env: settings })
let site: Site | null = null
let ending = false

process.on('message', async (ahead: number) => {
  await site?.stop()
  site = await startSite({ ...settings, CLOCK_AHEAD_MS: String(ahead) }, undefined, CLOCK)
  await askForJobs()
  process.send?.({ ahead })
})
process.on('disconnect', end)
whenParentDies(end)
process.send?.({ ahead: null })

/** Starts all jobs: the queue schedules them by the clock of the database, which is not moved. */
async function askForJobs(): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 1, supervise: false, schedule: false })
  await boss.start()
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, { name, policy: 'short' })
    await boss.send(name, {})
  }
  await boss.stop({ graceful: false })
}

async function end() {
  if (ending) return
  ending = true
  await site?.stop()
  await run.close()
  rmSync(settings.DATA_DIR ?? '', { recursive: true, force: true })
  process.exit()
}
