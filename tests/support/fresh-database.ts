import { randomBytes } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { inject } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
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
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) })
  const remove = async () => {
    await client.$disconnect()
    await drop()
  }
  return { url, client, remove }
}
