import 'server-only'
import { createServer, type Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import next from 'next'
import { logStray, quietConsole } from './request-log'
import { webServer } from './server'

export type Place = { port: number; host: string; dev: boolean; workers: number }

/** Serves the site in this process until it is told to stop. The starter, or the first process, is told when it listens. */
export async function serve({ port, host, dev, workers }: Place): Promise<void> {
  // V8 lets its heap grow to four times what is in use before it looks for what can go: three hundred megabytes for ninety.
  if (!dev) setFlagsFromString('--heap-growing-percent=40')

  const app = next({
    dev,
    // instrumentation.ts logs what is thrown; Next would print it a second time, raw.
    quiet: !dev,
    dir: process.cwd(),
    port,
    hostname: ['0.0.0.0', '::'].includes(host) ? 'localhost' : host,
    // In production Next would end every connection that asks for another protocol without an answer: it listens for those
    // on a server that never listens itself.
    httpServer: dev ? undefined : createServer(),
  })
  await app.prepare()
  if (!dev) {
    quietConsole()
    for (const event of ['uncaughtException', 'unhandledRejection']) {
      process.removeAllListeners(event).on(event, logStray)
    }
  }
  const server = webServer(app.getRequestHandler(), { workers, isNowhere: dev ? undefined : isUnusedByNext })
  server.once('error', (error) => {
    logStray(error)
    process.exit(1)
  })
  stopWhenTold(server)
  server.listen(port, host, () => process.send?.('listening'))
}

/** Next's own addresses: no page of this site uses one of them. */
const isUnusedByNext = (url: string) => url.startsWith('/_next/')

function stopWhenTold(server: Server): void {
  let stopped = false
  const stop = () => {
    if (stopped) return // Ctrl-C tells it twice: once itself, once through the starter
    stopped = true
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    // A reader who keeps her connection open must not hold the server up.
    setTimeout(() => process.exit(0), 3000).unref()
  }
  // `disconnect`: the starter that holds our channel was killed.
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop)
}
