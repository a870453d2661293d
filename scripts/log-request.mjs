/** One JSON line a request. Secrets and numbers in addresses are left out: no query, no certificate number. */
export function logRequest(request, response, id, ms) {
  const path = shownPath(request.url)
  if (path.startsWith('/_next/') || path.startsWith('/fonts/')) return
  const line = { time: new Date().toISOString(), event: 'request', id, method: request.method, path }
  process.stdout.write(`${JSON.stringify({ ...line, status: response.statusCode, ms: Math.round(ms) })}\n`)
}

/** A number is left out wherever one stands, also mistyped or with its spaces escaped. */
export function shownPath(url = '') {
  const [path = ''] = url.split('?')
  return path
    .replace(/\/(verify|certificates|credentials)\/(?!status\/)[^/]+/, '/$1/:number')
    .replace(/\b[2-9A-HJ-NP-TV-Z-]{13,20}\b/gi, ':number')
}
