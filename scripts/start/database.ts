import { reachPostgres } from '@/server/db/reach'
import { startEmbedded } from '@/server/embedded/postgres'
import { databaseUrl, env } from '@/server/env'

/** The database answers; the embedded one stays as long as the process `user` runs. @returns its version. */
export async function reachDatabase(user: number): Promise<string> {
  const { embedded, dataDir, embeddedPort: port } = env()
  if (embedded) await startEmbedded({ dataDir, port, user })
  return await reachPostgres(databaseUrl())
}
