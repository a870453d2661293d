/** One JSON line a request. Secrets and numbers in addresses are left out: no query, no certificate number, no e-mail. */
export function logRequest(request, response, requestId, ms) {
  const { method, url } = request
  write('request', { requestId, method, path: shownPath(url), status: response.statusCode, ms: Math.round(ms) })
}

/** The line of an answer to what never became a request: whatever it said for its address may be anything. */
export function logRawRefusal(requestId, status) {
  write('request', { requestId, status })
}

/** The line of a bug outside of every request. Its message may quote anything, so it is left out. */
export function logStray(error) {
  write('error', placeOf(error instanceof Error ? error : new Error()))
}

/** The line of what a library said on the console: of the error that it showed, else of where it spoke. */
export function logNotice(level, said) {
  write('notice', { level, ...placeOf(said.find((part) => part instanceof Error) ?? new Error()) })
}

function placeOf({ name, code, message, stack }) {
  // A message may have lines that look like places.
  const frames = stack
    ?.replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { name, code, stack: frames?.slice(0, 5).join(' ') }
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
