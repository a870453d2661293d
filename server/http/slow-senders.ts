import 'server-only'
import type { IncomingMessage } from 'node:http'
import { kindOf } from './admission'
import { watchBody } from './body-clock'
import { bodyLength, paceOf } from './limits'
import { rawRefusal } from './refusals'
import { refuse, type SiteResponse } from './site-response'

/** Ends a request whose body arrives too slowly, also if the request has been refused or answered before its end. */
export function endIfSlow(request: IncomingMessage, response: SiteResponse): void {
  const length = bodyLength(request.headers)
  // A body without a length has been refused; its sender has only the grace to finish it.
  if (length === 0 && !request.headers['transfer-encoding']) return
  const stop = watchBody(request, paceOf(length), () => endSlow(request, response))
  request.once('close', stop)
}

/** Tells the client that its request did not arrive (408), and closes the connection. */
export function endSlow(request: IncomingMessage, response: SiteResponse): void {
  const { socket, method, url } = request
  if (response.headersSent) {
    socket.destroy()
  } else if (kindOf(request) === 'write') {
    response.setHeader('Connection', 'close')
    refuse(response, 408)
  } else {
    // The handler has the response already. To it the client is gone.
    response.statusCode = 408
    socket.write(rawRefusal(408, `${method} ${url}`, String(response.getHeader('X-Request-Id'))))
    socket.destroySoon()
  }
}
