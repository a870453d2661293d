import 'server-only'
import { createServer, type Server } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import next from 'next'
import { compressed } from './compression'
import { logStray, quietConsole } from './request-log'
import { webServer } from './server'

export type Place = { port: number; host: string; dev: boolean; workers: number; trustedProxies: number }

/**
 * Serves the site in this process until it is told to stop. It tells the starter, or the primary process, when it
 * listens.
 */
export async function serve({ port, host, dev, workers, trustedProxies }: Place): Promise<void> {
  // V8 lets its heap grow to four times the live data before it collects garbage: three hundred megabytes for ninety.
  if (!dev) setFlagsFromString('--heap-growing-percent=40')

  const app = next({
    dev,
    // instrumentation.ts logs errors; Next would print them a second time, unfiltered.
    quiet: !dev,
    dir: process.cwd(),
    port,
    hostname: ['0.0.0.0', '::'].includes(host) ? 'localhost' : host,
    // In production Next would close every connection that asks for a protocol upgrade, without a response. It listens
    // for upgrades on the server given here, which never listens.
    httpServer: dev ? undefined : createServer(),
  })
  await app.prepare()
  if (!dev) {
    quietConsole()
    for (const event of ['uncaughtException', 'unhandledRejection']) {
      process.removeAllListeners(event).on(event, logStray)
    }
  }
  const server = webServer(compressed(app.getRequestHandler()), {
    workers,
    trustedProxies,
    isNowhere: dev ? undefined : isUnusedByNext,
  })
  server.once('error', (error) => {
    logStray(error)
    process.exit(1)
  })
  stopWhenTold(server)
  server.listen(port, host, () => process.send?.('listening'))
}

/** Internal addresses of Next. No page of this site uses them. */
const isUnusedByNext = (url: string) => url.startsWith('/_next/')

function stopWhenTold(server: Server): void {
  let stopped = false
  const stop = () => {
    if (stopped) return // Ctrl-C sends the signal twice: directly, and through the starter.
    stopped = true
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    // An open keep-alive connection must not delay the end of the process.
    setTimeout(() => process.exit(0), 3000).unref()
  }
  // `disconnect`: the starter at the other end of the channel was killed.
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop)
}
