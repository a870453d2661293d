import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { clientOn } from '@/server/db/client'
import { copyTemplate, makeEmpty } from './test-run'

/** A migrated database of one's own without a row, with a client on it. */
export function freshDatabase() {
  return opened(copyTemplate)
}

/** A database without a table, with a client on it. */
export function emptyDatabase() {
  return opened(makeEmpty)
}

async function opened(make: typeof copyTemplate) {
  const { url, drop } = await make(inject('testRun'), randomBytes(6).toString('hex'))
  const client = clientOn(url)
  const remove = async () => {
    await client.$disconnect()
    await drop()
  }
  return { url, client, remove }
}
