import { env } from '@/server/env'
import { SettingsError } from '@/server/settings-error'
import { loadDotEnv } from './dot-env'
import { RunError, stopOnSignals, stopping } from './run'
import { generateIfNeeded } from './start/client'
import { step } from './start/step'

loadDotEnv()
stopOnSignals()

try {
  env()
  await step('Generating the database client', generateIfNeeded)
  // Only now: it imports what was just generated.
  const { startSite } = await import('./start/site')
  await startSite({ dev: process.argv.includes('--dev') })
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof SettingsError || error instanceof RunError ? error.message : error)
    process.exitCode = 1
  }
}
// Whoever started us holds a channel open that would keep this process alive.
process.exit()
