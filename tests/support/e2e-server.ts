// The site under test: a new database with the published courses, and the production build on E2E_PORT.
import { rmSync } from 'node:fs'
import { whenParentDies } from '@/scripts/parent-watch.mjs'
import { stopOnSignals, stopping, tsx } from '@/scripts/run'
import { writeSiteSettings } from './e2e-settings'
import { startSite } from './site'
import { copyTemplate, openTestRun } from './test-run'

stopOnSignals()
whenParentDies(() => stopping.abort())

const run = await openTestRun()
const { url } = await copyTemplate(run, 'e2e')
const settings = writeSiteSettings(process.env.E2E_PORT ?? '3100', url)
try {
  await tsx('scripts/course-publish.ts', [], { env: settings })
  const site = await startSite(settings)
  stopping.signal.addEventListener('abort', () => site.stop())
  if (stopping.signal.aborted) await site.stop() // told to stop while it started: the event has passed
  await site.exited
} finally {
  await run.close()
  rmSync(settings.DATA_DIR ?? '', { recursive: true, force: true })
}
process.exit()
