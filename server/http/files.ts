import 'server-only'
import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import send from 'send'
import { type Encoding, encodingFor } from './compression'
import { refuse } from './site-response'

/** Files whose name changes with their content, and fonts, which do not change. */
const IMMUTABLE = /^\/(assets|fonts)\//
/** The service worker. A device with an offline copy requests it again at each visit. */
const WORKER = '/worker.js'
/** Sent instead if offline copies are switched off: this worker deletes the copies and removes itself. */
const WITHDRAWN_WORKER = '/worker-withdrawn.js'
/** With these headers the worker itself may connect only to this site, and load no further program. */
const WORKER_HEADERS = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
}
/** The style sheets and scripts, of which scripts/build-assets.ts writes compressed copies. */
const COMPRESSED = /^\/assets\/[\w-]+\.(css|js)$/
const SUFFIX: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/**
 * Serves the folder of public files.
 *
 * @param withdrawn no device may keep a course any longer. @returns a function that returns whether the request was for
 * a file, existing or not.
 */
export function filesOf(folder: string, { withdrawn = process.env.OFFLINE_COPIES === '0' } = {}) {
  const root = path.resolve(folder)
  const first = new Set(readdirSync(root))

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const [pathname = ''] = (request.url ?? '').split('?')
    if (!first.has(pathname.split('/')[1] ?? '')) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405)
    else if (pathname === WORKER) sendWorker(root, withdrawn ? WITHDRAWN_WORKER : WORKER, request, response)
    else sendFile(root, pathname, request, response)
    return true
  }
}

function sendWorker(root: string, file: string, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(WORKER_HEADERS)) response.setHeader(name, value)
  sendFile(root, file, request, response)
}

function sendFile(root: string, pathname: string, request: IncomingMessage, response: ServerResponse): void {
  const type = TYPES[COMPRESSED.exec(pathname)?.[1] ?? '']
  const encoding = type === undefined ? null : encodingFor(request)
  if (type) response.setHeader('Vary', 'Accept-Encoding')
  if (type && encoding) {
    response.setHeader('Content-Type', type)
    response.setHeader('Content-Encoding', encoding)
  }
  const immutable = IMMUTABLE.test(pathname)
  send(request, encoding ? `${pathname}${SUFFIX[encoding]}` : pathname, {
    root,
    index: false,
    immutable,
    // No browser revalidates a file that never changes, or requests a part of it. A first visit loads ten such files.
    lastModified: !immutable,
    etag: !immutable,
    acceptRanges: !immutable,
    maxAge: immutable ? '1y' : 0,
  })
    // The id of one request would stay with the file in every cache.
    .on('headers', () => immutable && response.removeHeader('X-Request-Id'))
    .on('error', (error: { status?: number }) => refuse(response, error.status ?? 500))
    .on('directory', () => refuse(response, 404))
    .pipe(response)
}
