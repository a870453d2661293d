// The web server: Next behind Node's own http server, so that every request is logged once with its status, carries the
// address it really came from, and is refused in a readable way when not even its address can be read.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import next from 'next'
import { METHODS } from './allowed-methods.mjs'
import { dressAnswer } from './dress-answer.mjs'
import { logRawRefusal, logRequest, logStray } from './log-request.mjs'
import { rawRefusal, refuse } from './refusal-page.mjs'
import { sendWhole } from './whole-answer.mjs'

const MAX_BODY_BYTES = 256 * 1024
// A list of people comes as a file; what it may hold is decided where it is read.
const MAX_LIST_BYTES = 5 * 1024 * 1024
const LIST_PATH = /^\/(ar|fr|en)\/cohorts\/[^/]+\/import$/
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? '127.0.0.1'

const dev = process.env.NODE_ENV === 'development'

// V8 lets its heap grow to four times what is in use before it looks for what can go: three hundred megabytes for ninety.
if (!dev) setFlagsFromString('--heap-growing-percent=40')

// After an action Next asks itself for the page it leads to, with the reader's cookies: it must know where it listens.
const self = ['0.0.0.0', '::'].includes(hostname) ? 'localhost' : hostname
// `quiet`: instrumentation.ts logs what is thrown; Next would print it a second time, raw.
const app = next({ dev, quiet: !dev, dir: process.cwd(), port, hostname: self })
await app.prepare()
if (!dev) {
  for (const event of ['uncaughtException', 'unhandledRejection']) process.removeAllListeners(event).on(event, logStray)
}
const handle = app.getRequestHandler()

const server = createServer((request, response) => {
  const requestId = randomUUID()
  const started = performance.now()
  // Next would believe the client's own X-Forwarded-For; the peer's address is appended last, as a proxy does.
  const peer = request.socket.remoteAddress ?? 'unknown'
  const forwarded = request.headers['x-forwarded-for']
  request.headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${peer}` : peer
  // It would ask itself over https where a proxy was asked so. What readers use stands in PUBLIC_URL.
  delete request.headers['x-forwarded-proto']
  request.headers['x-request-id'] = requestId
  response.setHeader('X-Request-Id', requestId)
  response.once('close', () => logRequest(request, response, requestId, performance.now() - started))

  dressAnswer(request, response)

  if (!isReadable(request.url)) return refuse(request, response, 400)
  const methods = METHODS[request.url.startsWith('/api/') ? 'api' : 'page']
  if (!methods.includes(request.method)) return refuse(request, response, 405)
  const limit = LIST_PATH.test(request.url.split('?')[0]) ? MAX_LIST_BYTES : MAX_BODY_BYTES
  if (bodySize(request.headers) > limit) return refuse(request, response, 413)
  if (!dev) sendWhole(request, response)
  return handle(request, response)
})
// What is no HTTP, or has a head without end, never becomes a request.
server.on('clientError', (error, socket) => {
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
  const firstLine = error.rawPacket?.toString('latin1', 0, 200).split('\r\n')[0] ?? ''
  const requestId = randomUUID()
  socket.end(rawRefusal({ status, firstLine, requestId }))
  logRawRefusal(requestId, status)
})
server.once('error', (error) => {
  logStray(error)
  process.exit(1)
})
server.listen(port, hostname, () => process.send?.('listening'))

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

/** As announced. A body without a length may have no end; browsers always announce it. */
function bodySize(headers) {
  return headers['transfer-encoding'] ? Number.POSITIVE_INFINITY : Number(headers['content-length'] ?? 0)
}

/** False when the escapes of the path are malformed or hold a null byte. */
function isReadable(url = '') {
  try {
    return url.startsWith('/') && !decodeURIComponent(url.split('?')[0]).includes('\0')
  } catch {
    return false
  }
}
