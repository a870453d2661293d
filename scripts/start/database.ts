import { reachPostgres } from '@/server/db/reach'
import { embeddedPort, isNeeded, startEmbedded } from '@/server/embedded/postgres'
import { databaseUrl, env } from '@/server/env'

const WATCH_MS = 1000

/** The database answers. @returns its version. */
export async function reachDatabase(): Promise<string> {
  const { embedded, dataDir, embeddedPort: port } = env()
  if (embedded) await startEmbedded({ dataDir, port })
  return await reachPostgres(databaseUrl())
}

/** Starts the embedded PostgreSQL again when it was killed, on the port that the site knows. */
export function watchDatabase(): void {
  const { embedded, dataDir } = env()
  if (!embedded) return
  const port = Number(new URL(databaseUrl()).port)
  let restarting = false

  setInterval(async () => {
    // Nobody needs it any more after `npm run db -- down`: then it is meant to be down.
    if (restarting || embeddedPort(dataDir) !== undefined || !isNeeded(dataDir)) return
    restarting = true
    console.log('The embedded PostgreSQL is gone; starting it again.')
    await startEmbedded({ dataDir, port }).catch((error) => console.error(error.message))
    restarting = false
  }, WATCH_MS).unref()
}
