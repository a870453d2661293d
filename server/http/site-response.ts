import 'server-only'
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { completeHeaders } from './headers'
import { refusalWords } from './refusals'

/**
 * A response of this site. It has the default headers. A refusal without a body (a status from 400 on without a content
 * type, as Next sends for a method that a route does not support) gets one in the reader's language.
 */
export class SiteResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  #words: string | null = null

  override writeHead(status: number, ...rest: unknown[]): this {
    this.#say(status)
    completeHeaders(this, status)
    return super.writeHead(status, ...(rest as [OutgoingHttpHeaders?]))
  }

  override end(...body: unknown[]): this {
    if (!this.headersSent) this.#say(this.statusCode)
    return super.end(...((this.#words === null ? body : [this.#words]) as [unknown]))
  }

  #say(status: number): void {
    if (status < 400 || this.#words !== null || this.hasHeader('content-type')) return
    const { headers, body } = refusalWords(this.req, status, String(this.getHeader('x-request-id')))
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value)
    this.#words = body
  }
}

/** Refuses a request, with a body if nothing was sent yet. */
export function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  for (const name of response.getHeaderNames()) if (isOfBody(name, status)) response.removeHeader(name)
  response.statusCode = status
  response.end()
}

/**
 * Whether a header describes the body that is not sent. The length of a file also holds if the requested range is
 * missing.
 */
function isOfBody(name: string, status: number): boolean {
  return /^(content-|etag$|last-modified$|accept-ranges$)/.test(name) && !(status === 416 && name === 'content-range')
}
