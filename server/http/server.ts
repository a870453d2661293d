import 'server-only'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { addressIn } from '../network-address'
import { admission, ceilingsFor, kindOf } from './admission'
import { filesOf } from './files'
import { CONNECTION_LIMITS, isTooLarge, spaceFor } from './limits'
import { isKnownMethod } from './methods'
import { formReceiver } from './receive-form'
import { rawRefusal, refusalPages } from './refusals'
import { logRawRefusal, logRequest } from './request-log'
import { refuse, SiteResponse } from './site-response'
import { endIfSlow } from './slow-senders'

/** The handler of requests that are not refused: Next, or its replacement in a test. */
export type Handle = (request: IncomingMessage, response: SiteResponse) => unknown

/** The statuses for input that did not become a request, by Node's error code. Everything else is not HTTP. */
const RAW_STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

type Options = {
  /** How many workers serve the site, this one included. */
  workers?: number
  /** How many proxies of ours are in front, which note the address of a client. */
  trustedProxies?: number
  /** Addresses that do not exist. They are refused here, since Next would respond in English. */
  isNowhere?: (path: string) => boolean
}

/**
 * Node's HTTP server with our refusals instead of its bare ones. It logs every request once with its status, and gives
 * it the address that it really came from. It serves files itself; other requests go to `handle` when admission control
 * allows, those with a form once the form has arrived.
 *
 * It has no listener for `upgrade`, so a request for another protocol gets a plain HTTP/1.1 response (RFC 9110, 7.8).
 */
export function webServer(
  handle: Handle,
  { workers = 1, trustedProxies = 0, isNowhere = () => false }: Options = {},
): Server {
  refusalPages() // Read at the start: without these pages nothing could be refused.
  const admit = admission(ceilingsFor(workers))
  const receiveForm = formReceiver(spaceFor(workers))
  const answerFile = filesOf('public')
  // Node would refuse a request without a host by itself, with an empty response.
  const options = { ...CONNECTION_LIMITS, requireHostHeader: false, ServerResponse: SiteResponse }
  const server = createServer(options, (request, response) => {
    receive(request, response)
    const status = refusalStatus(request, isNowhere)
    endIfSlow(request, response)
    if (status) return refuse(response, status)
    if (answerFile(request, response)) return
    const asked = { url: request.url, kind: kindOf(request), address: clientOf(request, trustedProxies) }
    const enter = (entering: IncomingMessage, begin = () => {}) =>
      admit(asked, response, {
        handle: () => {
          begin()
          return handle(entering, response)
        },
        refuse: () => refuse(response, 503),
      })
    if (asked.kind === 'write') receiveForm(request, response, asked.address, enter)
    else enter(request)
  })
  server.on('checkExpectation', (request: IncomingMessage, response: SiteResponse) => {
    receive(request, response)
    refuse(response, 417)
  })
  server.on('connect', (_, socket) => refuseRaw(socket, 405))
  // Input that is not HTTP, or whose head is too long or too slow, never becomes a request.
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
  // Next would trust the client's own X-Forwarded-For. The address of the peer is appended last, as a proxy does.
  const peer = request.socket.remoteAddress ?? 'unknown'
  const forwarded = headers['x-forwarded-for']
  headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${peer}` : peer
  // The public address is in PUBLIC_URL; Next would trust the client about its scheme.
  delete headers['x-forwarded-proto']
  headers['x-request-id'] = requestId
  response.setHeader('X-Request-Id', requestId)
  response.once('close', () => {
    logRequest({ requestId, method, url, status: response.statusCode, ms: performance.now() - started })
  })
}

function clientOf({ headers }: IncomingMessage, trustedProxies: number): string {
  return addressIn(String(headers['x-forwarded-for']), trustedProxies)
}

/** The status with which a request is refused before it is handled. */
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

/** False if the escapes of the path are malformed or contain a null byte. */
function isReadable(url: string): boolean {
  try {
    return url.startsWith('/') && !decodeURIComponent(url.split('?')[0] ?? '').includes('\0')
  } catch {
    return false
  }
}

/** @param received the input, as far as it is known: its first line tells the language. */
function refuseRaw(socket: Duplex, status: number, received = ''): void {
  const requestId = randomUUID()
  socket.end(rawRefusal(status, received.split('\r\n')[0] ?? '', requestId))
  logRawRefusal(requestId, status)
}
