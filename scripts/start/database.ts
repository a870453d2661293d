import { reachPostgres } from '@/server/db/reach-postgres'
import { startEmbedded } from '@/server/embedded/postgres'
import { databaseUrl, env } from '@/server/env'

/**
 * Makes sure that the database answers. The embedded one then runs as long as the process `user` does. @returns its
 * version.
 */
export async function reachDatabase(user: number): Promise<string> {
  const { embedded, dataDir, embeddedPort: port } = env()
  if (embedded) await startEmbedded({ dataDir, port, user })
  return await reachPostgres(databaseUrl())
}
