import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { testNet } from '@/tests/support/webhooks'
import { sendTo } from './send'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

async function listening(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `si.example.ma:${(server.address() as AddressInfo).port}`
}
const system = (answer: RequestListener) => listening(createServer(answer))
const get = (atMost = 100) => ({ method: 'GET', headers: { accept: 'application/json' }, atMost })

describe('a request to another system', () => {
  it('goes to the address that was checked, with the name of the host, and brings status, headers and body', async () => {
    const host = await system(({ headers, url, method }, response) => {
      response.writeHead(201, { 'x-asked': `${method} ${headers.host}${url} ${headers.accept}` }).end('{"a":1}')
    })
    const { status, headers, body } = await sendTo(new URL(`http://${host}/x?y=1`), get(), testNet([host]))

    expect(status).toBe(201)
    expect(headers['x-asked']).toBe(`GET ${host}/x?y=1 application/json`)
    expect(body.toString()).toBe('{"a":1}')
  })

  it('sends a body whole', async () => {
    const host = await system(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part)
      response.end(Buffer.concat(parts))
    })
    const body = Buffer.from('رقم=1'.repeat(20_000))
    const request = { method: 'POST', headers: {}, body, atMost: body.length }

    expect((await sendTo(new URL(`http://${host}/`), request, testNet([host]))).body.equals(body)).toBe(true)
  })

  it('reads an answer only up to its limit, and nothing if only the status counts', async () => {
    const host = await system((_, response) => response.end('x'.repeat(101)))
    const ask = (atMost: number) => sendTo(new URL(`http://${host}/`), get(atMost), testNet([host]))

    await expect(ask(100)).rejects.toMatchObject({ why: 'size' })
    expect((await ask(101)).body).toHaveLength(101)
    expect((await ask(0)).body).toHaveLength(0)
  })

  it('follows no redirect', async () => {
    const host = await system(({ url }, response) => {
      response.writeHead(url === '/' ? 302 : 200, { location: '/elsewhere' }).end()
    })
    expect((await sendTo(new URL(`http://${host}/`), get(), testNet([host]))).status).toBe(302)
  })

  it('is not sent to an address that is not public, unless the settings name its host and port', async () => {
    let asked = 0
    const host = await system((_, response) => {
      asked += 1
      response.end()
    })
    const ask = (named: string[], url = `http://${host}/`) => sendTo(new URL(url), get(), testNet(named))

    await expect(ask([])).rejects.toMatchObject({ why: 'address' })
    await expect(ask(['si.example.ma'])).rejects.toMatchObject({ why: 'address' })
    await expect(ask([], `http://127.0.0.1:${host.split(':')[1]}/`)).rejects.toMatchObject({ why: 'address' })
    await expect(ask([], 'https://formation.example.ma/')).rejects.toMatchObject({ why: 'own' })
    expect(asked).toBe(0)
  })

  it('ends at its deadline, or if the host has no address', async () => {
    const ending = new AbortController()
    const host = await system(() => ending.abort())
    const net = testNet([host], { deadline: () => ending.signal })
    await expect(sendTo(new URL(`http://${host}/`), get(), net)).rejects.toMatchObject({ why: 'timeout' })

    const unknown = testNet([], { resolve: async () => [] })
    await expect(sendTo(new URL('https://si.example.ma/'), get(), unknown)).rejects.toMatchObject({ why: 'dns' })
  })

  it('is not sent over a connection whose certificate nobody vouches for', async () => {
    let asked = 0
    const file = (name: string) => readFileSync(`tests/support/self-signed/${name}.pem`)
    const secure = createSecureServer({ key: file('key'), cert: file('certificate') }, (_, response) => {
      asked += 1
      response.end()
    })
    const host = await listening(secure)

    await expect(sendTo(new URL(`https://${host}/`), get(), testNet([host]))).rejects.toMatchObject({ why: 'tls' })
    expect(asked).toBe(0)
  })
})
