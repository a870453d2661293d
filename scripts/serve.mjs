// The web server: Next behind Node's own http server. What it is told stands in scripts/start/serve.ts.
import { EventEmitter } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import next from 'next'
import { logStray } from './log-request.mjs'
import { quietConsole } from './quiet-console.mjs'
import { webServer } from './web-server.mjs'
import { sendWhole } from './whole-answer.mjs'

const { PORT, HOST, NODE_ENV } = process.env
if (!PORT || !HOST) throw new Error('PORT and HOST are handed over by what starts this: use `npm start`.')
const port = Number(PORT)
const dev = NODE_ENV === 'development'

// V8 lets its heap grow to four times what is in use before it looks for what can go: three hundred megabytes for ninety.
if (!dev) setFlagsFromString('--heap-growing-percent=40')

const app = next({
  dev,
  // instrumentation.ts logs what is thrown; Next would print it a second time, raw.
  quiet: !dev,
  dir: process.cwd(),
  port,
  // After an action Next asks itself for the page it leads to, with the reader's cookies: it must know where it listens.
  hostname: ['0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST,
  // Next would listen for upgrades, which it needs in development alone, and leave them without an answer: it may listen here.
  httpServer: dev ? undefined : new EventEmitter(),
})
await app.prepare()
if (!dev) {
  quietConsole()
  for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event).on(event, logStray)
}
const handle = app.getRequestHandler()

const server = webServer((request, response) => {
  if (!dev) sendWhole(request, response)
  return handle(request, response)
})
server.once('error', (error) => {
  logStray(error)
  process.exit(1)
})
server.listen(port, HOST, () => process.send?.('listening'))

// `disconnect`: the starter that holds our channel was killed.
let stopped = false
for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop)

function stop() {
  if (stopped) return // Ctrl-C tells us twice: once itself, once through the starter
  stopped = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  // A reader who keeps her connection open must not hold the server up.
  setTimeout(() => process.exit(0), 3000).unref()
}
