import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { admission } from './admission.mjs'
import { METHODS } from './allowed-methods.mjs'
import { dressAnswer } from './dress-answer.mjs'
import { logRawRefusal, logRequest } from './log-request.mjs'
import { rawRefusal, refuse } from './refusal-page.mjs'

const MAX_BODY_BYTES = 256 * 1024
// A list of people comes as a file; what it may hold is decided where it is read.
const MAX_LIST_BYTES = 5 * 1024 * 1024
const LIST_PATH = /^\/(ar|fr|en)\/cohorts\/[^/]+\/import$/
/** What became no request, by Node's code for it; everything else is no HTTP. */
const RAW_STATUS = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/**
 * Node's http server with our refusals in place of its bare ones. Every request is logged once with its status and carries the
 * address it really came from; what may be answered is given to `handle`.
 *
 * Nothing here listens for `upgrade`: what asks for another protocol is then answered as plain HTTP/1.1 (RFC 9110, 7.8).
 */
export function webServer(handle) {
  const admit = admission()
  // Node would refuse a request without a host by itself, without a word.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    receive(request, response)
    const status = refusalStatus(request)
    if (status) return refuse(request, response, status)
    admit(request, response, {
      handle: () => handle(request, response),
      refuse: () => refuse(request, response, 503),
    })
  })
  server.on('checkExpectation', (request, response) => {
    receive(request, response)
    refuse(request, response, 417)
  })
  server.on('connect', (_, socket) => refuseRaw(socket, 405))
  // What is no HTTP, or has a head without end, never becomes a request.
  server.on('clientError', (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    refuseRaw(socket, RAW_STATUS[error.code] ?? 400, error.rawPacket?.toString('latin1', 0, 200))
  })
  return server
}

function receive(request, response) {
  const requestId = randomUUID()
  const started = performance.now()
  // Next would believe the client's own X-Forwarded-For; the peer's address is appended last, as a proxy does.
  const peer = request.socket.remoteAddress ?? 'unknown'
  const forwarded = request.headers['x-forwarded-for']
  request.headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${peer}` : peer
  // It would ask itself over https where a proxy was asked so. What readers use stands in PUBLIC_URL.
  delete request.headers['x-forwarded-proto']
  // What a page shows already, for Next to leave out: ours are never patched, and over one that it cannot read it fails.
  delete request.headers['next-router-state-tree']
  request.headers['x-request-id'] = requestId
  response.setHeader('X-Request-Id', requestId)
  response.once('close', () => logRequest(request, response, requestId, performance.now() - started))
  dressAnswer(request, response)
}

/** What a request is refused with before Next sees it. */
function refusalStatus({ url, method, headers, httpVersion }) {
  if (httpVersion === '1.1' && headers.host === undefined) return 400
  if (!isReadable(url)) return 400
  if (!METHODS[url.startsWith('/api/') ? 'api' : 'page'].includes(method)) return 405
  const limit = LIST_PATH.test(url.split('?')[0]) ? MAX_LIST_BYTES : MAX_BODY_BYTES
  return bodySize(headers) > limit ? 413 : null
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

/** @param said what came, as far as it is known: its first line names the language. */
function refuseRaw(socket, status, said = '') {
  const requestId = randomUUID()
  socket.end(rawRefusal({ status, firstLine: said.split('\r\n')[0], requestId }))
  logRawRefusal(requestId, status)
}
