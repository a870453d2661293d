import 'server-only'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

/** How slowly a body may arrive: after the grace, at this many bytes in a second on average since it began. */
export type Pace = { graceMs: number; bytesPerSecond: number }
type Arriving = Pick<IncomingMessage, 'complete' | 'readableLength' | 'destroyed'> & {
  socket: Pick<Socket, 'bytesRead'>
}

/** How soon a body that waits for the server is looked at again. */
const AGAIN_MS = 1000

/**
 * Watches a body arrive, and calls `tooSlow` once if it falls behind the pace. The time that the whole body may take
 * follows from the pace: the grace, and its length at the slowest rate.
 *
 * @returns a function that ends the watch.
 */
export function watchBody(request: Arriving, { graceMs, bytesPerSecond }: Pace, tooSlow: () => void): () => void {
  const began = performance.now()
  // The part that came in one packet with the head is not counted; it is far less than what the grace allows for.
  const before = request.socket.bytesRead
  let timer: NodeJS.Timeout | undefined

  const look = () => {
    if (request.complete || request.destroyed) return
    const received = request.socket.bytesRead - before
    const left = began + graceMs + (received / bytesPerSecond) * 1000 - performance.now()
    // Data that nobody has read yet: the sender waits for the server, not the reverse.
    if (left <= 0 && request.readableLength === 0) tooSlow()
    else timer = setTimeout(look, Math.max(left, AGAIN_MS)).unref()
  }
  timer = setTimeout(look, graceMs).unref()
  return () => clearTimeout(timer)
}
