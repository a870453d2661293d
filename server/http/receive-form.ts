import 'server-only'
import { IncomingMessage } from 'node:http'
import { type BodySpace, bodyPlaces } from './body-places'
import { bodyLength } from './limits'
import { refuse, type SiteResponse } from './site-response'
import { endSlow } from './slow-senders'

/** @param request with its whole body in memory. @param begun counts that memory as free again. */
type Arrived = (request: IncomingMessage, begun: () => void) => void

/**
 * Receives the bodies of forms into memory, which is limited for each address. `arrived` is called when a body is
 * complete.
 */
export function formReceiver(space: BodySpace) {
  const takePlace = bodyPlaces(space)

  return (request: IncomingMessage, response: SiteResponse, address: string, arrived: Arrived) => {
    const length = bodyLength(request.headers)
    if (length === 0) return arrived(request, () => {})
    const place = takePlace(address, length, () => endSlow(request, response))
    if (!place) return refuse(response, 503)
    response.once('close', place.leave)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    // Not called if the client disconnects before.
    request.once('end', () => {
      // Its last byte may come just after its place was given up.
      if (response.writableEnded || response.destroyed) return
      place.arrived()
      arrived(new ReceivedRequest(request, Buffer.concat(chunks)), place.leave)
    })
  }
}

/** A request whose body was read: Next takes only one from which nothing has been read yet. */
class ReceivedRequest extends IncomingMessage {
  override readonly complete = true

  constructor(request: IncomingMessage, body: Buffer) {
    super(request.socket)
    const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
    Object.assign(this, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
    this.push(body)
    this.push(null)
  }
}
