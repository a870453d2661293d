import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { permitFor } from '@/server/auth/permit'
import type { Net } from '@/server/outbound/send'
import { addWebhook } from '@/server/webhook/webhooks'
import { actorNow } from './staff'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }
/** The answer to a request: a status, with the target of a redirect if any; or none at all. */
type Answer = { status: number; location?: string } | 'never'

/** A server on this machine in the role of a school's system. It records the requests that it gets. */
export async function schoolSystem(answer: (received: Received) => Answer = () => ({ status: 204 })) {
  const received: Received[] = []
  const arrivals: (() => void)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }
      received.push(one)
      const said = answer(one)
      if (said === 'never') {
        for (const arrived of arrivals.splice(0)) arrived()
        return
      }
      response.writeHead(said.status, said.location ? { location: said.location } : {}).end('x'.repeat(100_000))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const { port } = server.address() as AddressInfo
  return { received, port, onHang: (then: () => void) => void arrivals.push(then), close: () => closed(server) }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}

/** A network in which every host name resolves to this machine, and the hosts in `named` are allowed. */
export const testNet = (named: readonly string[], overrides: Partial<Net> = {}): Net => ({
  resolve: async () => ['127.0.0.1'],
  deadline: () => new AbortController().signal,
  named,
  own: 'formation.example.ma',
  ...overrides,
})

type Who = { accountId: string; sessionId: string }

export async function mayIntegrate(administrator: Who, institutionId: string) {
  return permitFor(await actorNow(administrator), 'institution:integrate', { institutionId })
}

/** Adds a webhook as the page does. @returns its id and secret */
export async function webhookAt(
  { administrator, institutionId }: { administrator: Who; institutionId: string },
  url: string,
  events: Parameters<typeof addWebhook>[1]['events'],
  now: Date,
): Promise<{ id: string; secret: string }> {
  const id = crypto.randomUUID()
  const added = await addWebhook(await mayIntegrate(administrator, institutionId), { id, url, events }, now)
  if (typeof added === 'string') throw new Error(added)
  return { id, ...added }
}
