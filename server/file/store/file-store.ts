import 'server-only'
import type { StoreName } from '../../db/file/stored-files'
import { env } from '../../env'
import { databaseStore } from './database-store'
import { s3Store } from './s3-store'
import type { FileStore } from './store'

/** The store for new files. */
export function storeNow(): StoreName {
  return env().s3 ? 's3' : 'database'
}

/** @throws if the settings no longer name the store */
export function fileStore(name: StoreName): FileStore {
  if (name === 'database') return databaseStore
  const { s3 } = env()
  if (!s3) throw new Error('files are in a store that the settings do not name: S3_ENDPOINT')
  return s3Store(s3)
}
