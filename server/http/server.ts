import 'server-only'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { admission, ceilingsFor } from './admission'
import { filesOf } from './files'
import { CONNECTION_LIMITS, isTooLarge } from './limits'
import { isKnownMethod } from './methods'
import { rawRefusal, refusalPages } from './refusals'
import { logRawRefusal, logRequest } from './request-log'
import { refuse, SiteResponse } from './site-response'

/** What answers a request that may be answered: Next, or what stands in for it in a test. */
export type Handle = (request: IncomingMessage, response: SiteResponse) => unknown

/** What became no request, by Node's code for it; everything else is no HTTP. */
const RAW_STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

type Options = {
  /** How many servers share the site's work, this one included. */
  workers?: number
  /** Addresses that do not exist: refused before Next is asked, which would answer in English. */
  isNowhere?: (path: string) => boolean
}

/**
 * Node's http server with our refusals instead of its bare ones. Every request is logged once with its status and carries the
 * address it really came from. Files are answered here; other requests are given to `handle` when there is room for them.
 *
 * Nothing here listens for `upgrade`: a request for another protocol is then answered as plain HTTP/1.1 (RFC 9110, 7.8).
 */
export function webServer(handle: Handle, { workers = 1, isNowhere = () => false }: Options = {}): Server {
  refusalPages() // without them nothing can be refused
  const admit = admission(ceilingsFor(workers))
  const answerFile = filesOf('public')
  // Node would refuse a request without a host by itself, without a word.
  const options = { ...CONNECTION_LIMITS, requireHostHeader: false, ServerResponse: SiteResponse }
  const server = createServer(options, (request, response) => {
    receive(request, response)
    const status = refusalStatus(request, isNowhere)
    if (status) return refuse(response, status)
    if (answerFile(request, response)) return
    admit(request, response, {
      handle: () => handle(request, response),
      refuse: () => refuse(response, 503),
    })
  })
  server.on('checkExpectation', (request: IncomingMessage, response: SiteResponse) => {
    receive(request, response)
    refuse(response, 417)
  })
  server.on('connect', (_, socket) => refuseRaw(socket, 405))
  // What is no HTTP, or has a head without end, never becomes a request.
  server.on('clientError', (error: RawError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    refuseRaw(socket, RAW_STATUS[error.code ?? ''] ?? 400, error.rawPacket?.toString('latin1', 0, 200))
  })
  return server
}
type RawError = Error & { code?: string; rawPacket?: Buffer }

function receive(request: IncomingMessage, response: SiteResponse): void {
  const { method, url, headers } = request
  const requestId = randomUUID()
  const started = performance.now()
  // Next would believe the client's own X-Forwarded-For; the peer's address is appended last, as a proxy does.
  const peer = request.socket.remoteAddress ?? 'unknown'
  const forwarded = headers['x-forwarded-for']
  headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${peer}` : peer
  // The address that readers use is in PUBLIC_URL; Next would take the client's word for its scheme.
  delete headers['x-forwarded-proto']
  headers['x-request-id'] = requestId
  response.setHeader('X-Request-Id', requestId)
  response.once('close', () => {
    logRequest({ requestId, method, url, status: response.statusCode, ms: performance.now() - started })
  })
}

/** The status a request is refused with before anything is asked about it. */
function refusalStatus(
  { url = '', method = '', headers, httpVersion }: IncomingMessage,
  isNowhere: NonNullable<Options['isNowhere']>,
): number | null {
  if (httpVersion === '1.1' && headers.host === undefined) return 400
  if (!isReadable(url)) return 400
  if (!isKnownMethod(url, method)) return 405
  if (isTooLarge(url, headers)) return 413
  return isNowhere(url) ? 404 : null
}

/** False when the escapes of the path are malformed or hold a null byte. */
function isReadable(url: string): boolean {
  try {
    return url.startsWith('/') && !decodeURIComponent(url.split('?')[0] ?? '').includes('\0')
  } catch {
    return false
  }
}

/** @param said what came, as far as it is known: its first line names the language. */
function refuseRaw(socket: Duplex, status: number, said = ''): void {
  const requestId = randomUUID()
  socket.end(rawRefusal(status, said.split('\r\n')[0] ?? '', requestId))
  logRawRefusal(requestId, status)
}
