import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * A proxy before a database, which can hang as one does after a failover: it goes on accepting connections, keeps all of
 * them open, and nothing ever answers on those that it had or accepted meanwhile.
 */
export async function hangingProxy(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const pairs = new Set<[Socket, Socket]>()
  let hangs = false
  let givenUp = 0

  const server = createServer((client) => {
    sockets.add(client.on('error', () => {}))
    if (hangs) {
      client.resume().once('close', () => {
        givenUp += 1
      })
      return
    }
    const database = connect(Number(port || 5432), hostname).on('error', () => {})
    sockets.add(database)
    pairs.add([client, database])
    client.pipe(database).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    hang: () => {
      hangs = true
      for (const [client, database] of pairs) {
        client.unpipe().resume()
        database.unpipe().resume()
      }
    },
    /** New connections are served again; those of before stay silent. */
    answer: () => {
      hangs = false
    },
    /** How many connections that it accepted while it hung were given up by those who made them. */
    givenUp: () => givenUp,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
