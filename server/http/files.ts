import 'server-only'
import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import send from 'send'
import { type Encoding, encodingFor } from './compression'
import { refuse } from './site-response'

/** Files whose name changes with their content, and fonts, which do not change. */
const IMMUTABLE = /^\/(assets|fonts)\//
/** The style sheets and scripts, of which scripts/build-assets.ts writes compressed copies. */
const COMPRESSED = /^\/assets\/[\w-]+\.(css|js)$/
const SUFFIX: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/**
 * Serves the folder of public files. @returns a function that returns whether the request was for a file, existing or
 * not.
 */
export function filesOf(folder: string) {
  const root = path.resolve(folder)
  const first = new Set(readdirSync(root))

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const [pathname = ''] = (request.url ?? '').split('?')
    if (!first.has(pathname.split('/')[1] ?? '')) return false
    if (request.method === 'GET' || request.method === 'HEAD') sendFile(root, pathname, request, response)
    else refuse(response, 405)
    return true
  }
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
    // Nobody asks again for a file that does not change.
    lastModified: !immutable,
    maxAge: immutable ? '1y' : 0,
  })
    .on('error', (error: { status?: number }) => refuse(response, error.status ?? 500))
    .on('directory', () => refuse(response, 404))
    .pipe(response)
}
