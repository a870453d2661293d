import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { documentedConfiguration, nginxIsThere, nginxWith } from '../support/nginx/nginx'
import { freePort } from '../support/site'

const MB = 1024 * 1024

/** A site that reports the requests it got. */
async function echoSite() {
  const site = createServer(async (request, response) => {
    const { host, 'x-forwarded-for': forwarded } = request.headers
    response.end(JSON.stringify({ host, forwarded, bytes: (await buffer(request)).length }))
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  return site
}

/** Sends a request over TLS, under the host name in the certificate. */
async function send(port: number, options: RequestOptions, body = Buffer.alloc(0)) {
  const headers = { host: 'formation.example.ma', 'content-length': body.length, ...options.headers }
  const outgoing = request({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options, headers })
  outgoing.end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  return { status: incoming.statusCode, said: (await buffer(incoming)).toString() }
}

describe.runIf(nginxIsThere())('the configuration of nginx that is shown', () => {
  async function withNginx(work: (nginx: ReturnType<typeof nginxWith>, https: number, http: number) => Promise<void>) {
    const site = await echoSite()
    const ports = { http: await freePort(), https: await freePort(), site: (site.address() as AddressInfo).port }
    const nginx = nginxWith(documentedConfiguration(), ports)
    try {
      await work(nginx, ports.https, ports.http)
    } finally {
      await nginx.remove()
      site.close()
    }
  }

  it('is valid', () =>
    withNginx(async (nginx) => {
      expect(nginx.check()).toMatchObject({ status: 0, stderr: expect.stringContaining('test is successful') })
    }))

  it('passes the host, the visitor’s address after any claimed one, and a roster of 5 MB', () =>
    withNginx(async (nginx, https) => {
      await nginx.start()
      const claimed = { 'x-forwarded-for': '203.0.113.9' }
      const { status, said } = await send(https, { method: 'POST', headers: claimed }, Buffer.alloc(5 * MB))

      expect(status).toBe(200)
      expect(JSON.parse(said)).toEqual({
        host: 'formation.example.ma',
        forwarded: '203.0.113.9, 127.0.0.1',
        bytes: 5 * MB,
      })
    }))

  it('passes a form with a material of 25 MB, and no other form of that size', () =>
    withNginx(async (nginx, https) => {
      await nginx.start()
      const form = Buffer.alloc(26 * MB)
      const to = (path: string) => send(https, { method: 'POST', path }, form)
      const { status, said } = await to('/ar/seminars/0198c0de-0000-7000-8000-000000000001/materials')

      expect(status).toBe(200)
      expect(JSON.parse(said)).toMatchObject({ host: 'formation.example.ma', bytes: 26 * MB })
      expect((await to('/ar/seminars')).status).toBe(413)
    }))

  it('logs no request, answered, redirected or refused: its address may hold a secret', () =>
    withNginx(async (nginx, https, http) => {
      await nginx.start()
      const path = '/s/SECRET?key=SECRET'

      expect((await send(https, { method: 'POST', path })).status).toBe(200)
      expect((await send(https, { method: 'POST', path }, Buffer.alloc(7 * MB))).status).toBe(413)
      const redirected = await fetch(`http://127.0.0.1:${http}${path}`, { redirect: 'manual' })
      expect(redirected.status).toBe(301)

      expect(await nginx.logged()).not.toMatch(/SECRET|127\.0\.0\.1/)
    }))
})
