declare global {
  /** By request id, where scripts/whole-answer.mjs waits for the body of an answer. */
  var wholeBodies: Map<string, { bytes: Uint8Array | null }> | undefined
}

/**
 * An answer whose body goes straight to what sends it. Through Response, Next would lay it down as a stream and take it up
 * again piece by piece, which costs a twentieth of a page. Where nothing waits for it (tests, development), it stays with
 * Response.
 */
export function wholeResponse(request: Request, bytes: Uint8Array<ArrayBuffer>, init: ResponseInit): Response {
  const waiting = globalThis.wholeBodies?.get(request.headers.get('x-request-id') ?? '')
  if (!waiting) return new Response(bytes, init)
  waiting.bytes = bytes
  return new Response(null, init)
}
