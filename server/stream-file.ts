import 'server-only'
import { logBug } from './log'

export type StreamedFile = {
  /** The file name, which may contain any letter. */
  name: string
  /** The same name in plain letters. */
  plainName: string
  type: string
  /** How long it is, if that is known. */
  length?: number
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>
}

/**
 * A download whose bytes are produced while it is sent: a slow client slows it down, and a client that disconnects ends
 * it. If it fails, the connection breaks, so that no browser takes half a file for a whole one.
 */
export function streamFile({ name, plainName, type, length, bytes }: StreamedFile): Response {
  return new Response(streamOf(bytes), {
    headers: {
      'content-type': type,
      ...(length !== undefined && { 'content-length': String(length) }),
      'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encodeName(name)}`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      // Tells a proxy in front not to buffer the download.
      'x-accel-buffering': 'no',
    },
  })
}

function streamOf(bytes: StreamedFile['bytes']): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        logBug(error)
        controller.error(error)
      }
    },
    async cancel() {
      await bytes.return(undefined)
    },
  })
}

/** @see RFC 8187, 3.2.1 */
function encodeName(name: string): string {
  const safe = name.replace(/[\p{C}<>:"/\\|?*]/gu, '')
  return encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
