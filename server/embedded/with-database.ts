import 'server-only'
import { databaseUrl, env } from '../env'
import { leaveEmbedded, startEmbedded } from './postgres'

/**
 * Runs `work` on the database of this site. The embedded one is started for it, and stopped afterwards if nobody else
 * uses it.
 */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { embedded, dataDir, embeddedPort: port } = env()
  if (!embedded) return await work(databaseUrl())

  const url = await startEmbedded({ dataDir, port })
  try {
    return await work(url)
  } finally {
    await leaveEmbedded(dataDir)
  }
}
