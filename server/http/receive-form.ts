import 'server-only'
import type { IncomingMessage } from 'node:http'
import { type BodySpace, bodyPlaces } from './body-places'
import { bodyLength } from './limits'
import { refuse, type SiteResponse } from './site-response'
import { endSlow } from './slow-senders'

/**
 * Receives the bodies of forms into memory, which is limited for each address. `arrived` is called when a body is
 * complete, and gets a function that counts its memory as free again: the request is being handled then.
 */
export function formReceiver(space: BodySpace) {
  const takePlace = bodyPlaces(space)

  return (request: IncomingMessage, response: SiteResponse, address: string, arrived: (begun: () => void) => void) => {
    const length = bodyLength(request.headers)
    if (length === 0) return arrived(() => {})
    const place = takePlace(address, length, () => endSlow(request, response))
    if (!place) return refuse(response, 503)
    response.once('close', place.leave)
    readBody(request, length, () => {
      place.arrived()
      arrived(place.leave)
    })
  }
}

/**
 * Reads a body of `length` bytes, puts it back, and calls `arrived`: the handler then reads it from memory. Nothing is
 * called if the client disconnects before.
 */
function readBody(request: IncomingMessage, length: number, arrived: () => void): void {
  const chunks: Buffer[] = []
  let received = 0

  const read = () => {
    for (let chunk: Buffer | null = request.read(); chunk !== null; chunk = request.read()) {
      chunks.push(chunk)
      received += chunk.length
    }
    if (received < length) return
    request.off('readable', read)
    // In the same turn as the last `read`: afterwards the stream would have ended, and would take nothing back.
    request.unshift(Buffer.concat(chunks))
    arrived()
  }
  request.on('readable', read)
}
