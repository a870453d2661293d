import { expect, it, vi } from 'vitest'
import { type Database, database as onceDatabase } from '@/server/db/client'
import { env } from '@/server/env'
import { freshDatabase } from '@/tests/support/fresh-database'

type Keys = typeof import('@/server/keys')

/** The keys as another process of the same site with the embedded database would load them. */
async function keysOfAnotherProcess(database: Database): Promise<Keys> {
  vi.resetModules()
  for (const name of ['DATABASE_URL', 'SESSION_KEY', 'SIGNING_KEY']) vi.stubEnv(name, '')
  env.reset()
  onceDatabase.set(database)
  return await import('@/server/keys')
}

it('makes each key once, also when many processes ask for the first time at once', async () => {
  const { database } = await freshDatabase()
  const processes = await Promise.all(Array.from({ length: 10 }, () => keysOfAnotherProcess(database)))

  const sessionKeys = await Promise.all(processes.map((keys) => keys.sessionKey()))
  const seeds = await Promise.all(
    processes.map(async (keys) => Buffer.from(await keys.signingSeed()).toString('base64')),
  )

  expect(new Set(sessionKeys).size).toBe(1)
  expect(new Set(seeds).size).toBe(1)
  expect(sessionKeys[0]).not.toBe(seeds[0])
})

it('gives the signing key as 32 bytes', async () => {
  const { database } = await freshDatabase()

  expect(await (await keysOfAnotherProcess(database)).signingSeed()).toHaveLength(32)
})

it('takes the keys of the settings when there are some, and stores nothing', async () => {
  const { client, database } = await freshDatabase()
  vi.resetModules()
  vi.unstubAllEnvs()
  env.reset()
  onceDatabase.set(database)
  const { sessionKey } = await import('@/server/keys')

  expect(await sessionKey()).toBe(process.env.SESSION_KEY)
  expect(await client.setting.count()).toBe(0)
})
