import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { firstFreePort, HERE } from './port'

const servers = new Set<ReturnType<typeof createServer>>()
afterEach(() => {
  for (const server of servers) server.close()
  servers.clear()
})

async function listenSomewhere(): Promise<number> {
  const server = createServer().listen(0, HERE)
  servers.add(server)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

it('is the given port if nobody listens there', async () => {
  const port = await listenSomewhere()
  for (const server of servers) server.close()

  expect(await firstFreePort(port, undefined)).toBe(port)
})

it('is a later port if somebody listens there', async () => {
  const port = await listenSomewhere()

  expect(await firstFreePort(port, HERE)).toBeGreaterThan(port)
})
