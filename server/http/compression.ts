import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import Negotiator from 'negotiator'

/** The encodings of this site, the smallest first. */
const ENCODINGS = ['br', 'gzip'] as const

export type Encoding = (typeof ENCODINGS)[number]

/** The encoding in which a compressed file is sent; null if the browser accepts neither. */
export function encodingFor(request: IncomingMessage): Encoding | null {
  const accepted = new Negotiator(request).encodings([...ENCODINGS])
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? null
}

/**
 * Brotli at quality 5 is a seventh smaller than gzip for our documents and takes no longer; from quality 7 on it takes
 * four times as long. A window of 256 kB holds the longest document; the default of 4 MB would only take memory.
 */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 }

/**
 * Whether the response to a request may be compressed. The length of a response is visible on the network. An attacker
 * who makes a person's browser request a page many times, with a different guess in each address, could find out from
 * the compressed lengths a code or secret on that page (BREACH). So a request that another site causes, with her
 * cookies, gets an uncompressed response.
 */
function mayCompress({ headers }: IncomingMessage): boolean {
  const from = headers['sec-fetch-site']
  return headers.cookie === undefined || !(from === 'cross-site' || from === 'same-site')
}

const compress = compression({
  brotli: { params: BROTLI },
  filter: (request, response) => compression.filter(request, response) && mayCompress(request),
}) as unknown as Middleware

/** The type of the middleware without Express: the package declares it with the types of Express. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Compresses what `handle` sends as text. It returns what `handle` returns, since admission control waits for a handler
 * whose client has disconnected.
 */
export function compressed<Response extends ServerResponse>(
  handle: (request: IncomingMessage, response: Response) => unknown,
): (request: IncomingMessage, response: Response) => unknown {
  return (request, response) => {
    let handled: unknown
    compress(request, response, () => {
      handled = handle(request, response)
    })
    return handled
  }
}
