// The web server: Next behind Node's own http server, so that every request is logged once with its status, carries the
// address it really came from, and is refused in a readable way when not even its address can be read.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import next from 'next'
import { badAddressPage } from './bad-address-page.mjs'
import { sendWhole } from './whole-answer.mjs'

const MAX_BODY_BYTES = 256 * 1024
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOST ?? '127.0.0.1'

const dev = process.env.NODE_ENV === 'development'

const app = next({ dev, dir: process.cwd() })
await app.prepare()
const handle = app.getRequestHandler()

const server = createServer((request, response) => {
  const id = randomUUID()
  const started = performance.now()
  // Next would believe the client's own X-Forwarded-For; the peer's address is appended last, as a proxy does.
  const peer = request.socket.remoteAddress ?? 'unknown'
  const forwarded = request.headers['x-forwarded-for']
  request.headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${peer}` : peer
  request.headers['x-request-id'] = id
  response.setHeader('X-Request-Id', id)
  response.once('close', () => logRequest(request, response, id, performance.now() - started))

  const path = readPath(request.url)
  if (path === null) return badAddressPage(response, request.headers['accept-language'], request.url)
  if (bodySize(request.headers) > MAX_BODY_BYTES) {
    response.statusCode = 413
    response.setHeader('Connection', 'close')
    return badAddressPage(response, request.headers['accept-language'], path)
  }
  if (!dev) sendWhole(request, response)
  return handle(request, response)
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

/** The decoded path, or null when its escapes are malformed or hold a null byte. */
function readPath(url = '/') {
  try {
    const path = decodeURIComponent(url.split('?')[0])
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

/** One JSON line a request. Secrets and numbers in addresses are left out: no query, no certificate number. */
function logRequest(request, response, id, ms) {
  const path = (request.url ?? '').split('?')[0].replace(/\b[2-9A-HJ-NP-TV-Z-]{13,20}\b/gi, ':number')
  if (path.startsWith('/_next/') || path.startsWith('/fonts/')) return
  const line = { time: new Date().toISOString(), event: 'request', id, method: request.method, path }
  process.stdout.write(`${JSON.stringify({ ...line, status: response.statusCode, ms: Math.round(ms) })}\n`)
}
