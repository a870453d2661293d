/** One JSON line a request. Secrets and numbers in addresses are left out: no query, no certificate number, no e-mail. */
export function logRequest(request, response, requestId, ms) {
  const path = shownPath(request.url)
  if (path.startsWith('/_next/') || path.startsWith('/fonts/')) return
  write('request', { requestId, method: request.method, path, status: response.statusCode, ms: Math.round(ms) })
}

/** The line of an answer to what never became a request: whatever it said for its address may be anything. */
export function logRawRefusal(requestId, status) {
  write('request', { requestId, status })
}

/** The line of a bug outside of every request. Its message may quote anything, so it is left out. */
export function logStray(error) {
  const { name, code, stack } = error instanceof Error ? error : new Error()
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  write('error', { name, code, stack: frames?.slice(0, 5).join(' ') })
}

/** A number is left out wherever one stands, also mistyped or with its spaces escaped; so is what may be an e-mail. */
export function shownPath(url = '') {
  const [path = ''] = url.split('?')
  return path
    .replace(/\/(verify|certificates|credentials)\/(?!status\/)[^/]+/, '/$1/:number')
    .replace(/\b[2-9A-HJ-NP-TV-Z-]{13,20}\b/gi, ':number')
    .replace(/[^/]*(?:@|%40)[^/]*/gi, ':e-mail')
}

function write(event, fields) {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`)
}
