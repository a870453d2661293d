import { Agent, type IncomingMessage, request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'

export type Call = {
  method?: 'GET' | 'POST' | 'PUT'
  path: string
  /** The caller's session cookie. */
  cookie?: string
  /** The address that a reverse proxy would report. */
  from?: string
  type?: string
  prefer?: string
  body?: string
  /** Any other status is a failure of the bench. */
  expect?: number
}
export type Reply = { status: number; headers: IncomingMessage['headers']; body: Buffer }
export type Visitor = (call: Call) => Promise<Reply>

/** Sends requests as browsers do: compressed, over keep-alive connections. @param port of the site on this machine. */
export function openVisitor(port: number): { visit: Visitor; close: () => void } {
  // The server closes connections that are idle for five seconds; one must not be reused at that very moment.
  const agent = new Agent({ keepAlive: true, timeout: 4000 })
  const origin = `http://localhost:${port}`

  function visit(call: Call): Promise<Reply> {
    const { method = 'GET', path, cookie, from, type, prefer, body, expect = 200 } = call
    const headers: Record<string, string> = {
      host: `localhost:${port}`,
      'accept-encoding': 'gzip, deflate, br',
      accept: '*/*',
    }
    if (cookie) headers.cookie = cookie
    if (from) headers['x-forwarded-for'] = from
    if (type) headers['content-type'] = type
    if (prefer) headers.prefer = prefer
    if (method !== 'GET') Object.assign(headers, { origin, 'content-length': String(Buffer.byteLength(body ?? '')) })

    return new Promise((resolve, reject) => {
      const outgoing = request({ agent, host: '127.0.0.1', port, method, path, headers }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const status = incoming.statusCode ?? 0
          const reply = { status, headers: incoming.headers, body: Buffer.concat(chunks) }
          if (status === expect) resolve(reply)
          else reject(new Error(`${method} ${path} answered ${status}, not ${expect}: ${textOf(reply).slice(0, 200)}`))
        })
      })
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        // The server had just closed this idle connection and had read nothing of the request, so it is sent again.
        if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve(visit(call))
        else reject(error)
      })
      outgoing.end(body)
    })
  }
  return { visit, close: () => agent.destroy() }
}

export function textOf({ headers, body }: Reply): string {
  return (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString()
}
