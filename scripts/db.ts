import { embeddedPort, startEmbedded, stopEmbedded } from '@/server/embedded/postgres'
import { withDatabase } from '@/server/embedded/with-database'
import { env } from '@/server/env'
import { sessionKey, signingSeed } from '@/server/keys'
import { loadDotEnv } from './dot-env'

loadDotEnv()
const { dataDir, embedded, embeddedPort: port } = env()

const COMMANDS: Record<string, () => Promise<string>> = {
  up: async () => `PostgreSQL listens on ${new URL(await startEmbedded({ dataDir, port, keep: true })).host}`,
  down: async () => ((await stopEmbedded(dataDir)) ? 'PostgreSQL is stopped' : 'PostgreSQL was not running'),
  keys: () => withDatabase(keysAsSettings),
  status: async () => {
    const found = embeddedPort(dataDir)
    return found ? `PostgreSQL listens on 127.0.0.1:${found}` : 'PostgreSQL is not running'
  },
}

/** The secret keys as lines for `.env`, for use with an external database. */
async function keysAsSettings(): Promise<string> {
  const keys = {
    SESSION_KEY: await sessionKey(),
    SIGNING_KEY: Buffer.from(await signingSeed()).toString('base64'),
  }
  return Object.entries(keys)
    .map(([name, key]) => `${name}=${key}`)
    .join('\n')
}

const command = COMMANDS[process.argv[2] ?? '']
if (!embedded) console.log('DATABASE_URL is set: there is no embedded database to speak of.')
else if (command) console.log(await command())
else {
  console.error('Usage: npm run db -- up|down|status|keys')
  process.exitCode = 1
}
