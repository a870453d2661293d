import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openDatabase } from '@/server/db/client'
import { copyTemplate, makeEmpty } from './test-run'

/** A new migrated database without rows, with connections to it. */
export function freshDatabase(name?: string) {
  return opened(copyTemplate, name)
}

/** A database without tables, with connections to it. */
export function emptyDatabase() {
  return opened(makeEmpty)
}

async function opened(make: typeof copyTemplate, name = randomBytes(6).toString('hex')) {
  const { url, drop } = await make(inject('testRun'), name)
  const database = openDatabase(url)
  const remove = async () => {
    await database.close()
    await drop()
  }
  return { url, database, client: database.client, remove }
}
