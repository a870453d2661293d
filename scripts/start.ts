import { MigrationError } from '@/server/db/migration/migration-error'
import { readEnv } from '@/server/env'
import { SettingsError } from '@/server/settings-error'
import { loadDotEnv } from './dot-env'
import { RunError, stopOnSignals, stopping } from './run'
import { generateIfNeeded } from './start/client'
import { firstFreePort } from './start/port'
import { step } from './start/step'

loadDotEnv()
stopOnSignals()

try {
  const { port, portIsGiven, host, embedded } = readEnv(process.env)
  // Picks a free port, so that nobody has to look for one, even with a second checkout running.
  if (embedded && !portIsGiven) process.env.PORT = String(await firstFreePort(port, host))
  await step('Generating the database client', generateIfNeeded)
  // Imported only now, because it imports generated code.
  const { prepareSite } = await import('./start/site')
  const [starter, ...words] = process.argv.slice(2)
  const site = await prepareSite({ dev: words.includes('--dev'), starter: Number(starter) })
  await new Promise((told) => process.send?.(site, told))
} catch (error) {
  if (!stopping.signal.aborted) {
    const saysWhy = [SettingsError, MigrationError, RunError].some((kind) => error instanceof kind)
    console.error(saysWhy ? (error as Error).message : error)
    process.exitCode = 1
  }
}
// The parent's IPC channel is still open and would keep this process alive.
process.exit()
