import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { ownSite } from '../support/e2e/own-site'
import { COURSE, expect, test } from '../support/e2e/test'
import { readSiteSettings } from '../support/e2e-settings'
import type { Site } from '../support/site'

type Line = { event: string; job?: string; requestId?: string; path?: string; status?: number; name?: string }

/** A site for this test alone, with all the lines that it has written. */
async function siteWithCapturedLog(changed: Record<string, string> = {}) {
  let said = ''
  const site: Site = await ownSite(changed, (part) => {
    said += part
  })
  said = '' // the lines about its start are not JSON: people read them
  /** Throws if a complete line is not JSON. */
  const lines = () =>
    said
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line)
  const linesOf = (requestId: string | undefined) => lines().filter((line) => line.requestId === requestId)
  return { site, lines, linesOf, said: () => said }
}

test.describe('the log', () => {
  test('has one line for each request, under the id of the answer', async ({ request }) => {
    const { site, linesOf } = await siteWithCapturedLog()
    try {
      const page = await request.get(`${site.url}/fr/courses/${COURSE}?next=secret`)
      const missing = await request.get(`${site.url}/fr/f.alaoui@example.ma`)

      await expect
        .poll(() => linesOf(page.headers()['x-request-id']))
        .toEqual([expect.objectContaining({ event: 'request', path: `/fr/courses/${COURSE}`, status: 200 })])
      await expect
        .poll(() => linesOf(missing.headers()['x-request-id']))
        .toEqual([expect.objectContaining({ event: 'request', path: '/fr/:e-mail', status: 404 })])
    } finally {
      await site.stop()
    }
  })

  test('has lines for files too, and for requests of another protocol', async ({ request }) => {
    const { site, lines } = await siteWithCapturedLog()
    try {
      for (const [path, headers] of [
        ['/fonts/notosans-ar.woff2', {}],
        ['/_next/static/none.js', {}],
        ['/_next/image', {}],
        ['/icon.svg', { connection: 'upgrade', upgrade: 'websocket' }],
        ['/fr', { connection: 'upgrade, http2-settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' }],
      ] as const) {
        const answer = await request.get(`${site.url}${path}`, { headers })
        const line = { event: 'request', path, status: answer.status(), requestId: expect.any(String) }
        // The response with a font does not name its request.
        const linesOfPath = () => lines().filter((each) => each.path === path)
        await expect.poll(linesOfPath).toEqual([expect.objectContaining(line)])
      }
    } finally {
      await site.stop()
    }
  })

  test('quotes nothing that a client sends to Next itself, and has only lines of JSON', async ({ request }) => {
    const { site, lines, linesOf, said } = await siteWithCapturedLog()
    try {
      const words = 'fatima@court.example'
      const headers = { 'next-action': words, origin: site.url, 'content-type': 'text/plain' }
      const answers = [
        await request.get(`${site.url}/_next/image?url=${words}&w=64&q=75`),
        await request.post(`${site.url}/fr/sign-in`, { headers, data: words }),
      ]
      for (const answer of answers) {
        expect(answer.status()).toBeLessThan(500)
        await expect.poll(() => linesOf(answer.headers()['x-request-id'])).toHaveLength(1)
      }
      expect(lines().map(({ event }) => event)).not.toContain('error')
      expect(said()).not.toContain('fatima')
    } finally {
      await site.stop()
    }
  })

  for (const [what, sent, status] of [
    ['no HTTP', 'f.alaoui@example.ma\r\n\r\n', 400],
    ['a head without end', `GET /fr HTTP/1.1\r\nx: ${'f.alaoui@example.ma'.repeat(2000)}`, 431],
  ] as const) {
    test(`has a line for ${what}, without a word of it`, async () => {
      const { site, linesOf, said } = await siteWithCapturedLog()
      try {
        const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
        socket.write(sent)
        const answer = await text(socket)
        expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
        for (const name of ['Referrer-Policy', 'X-Frame-Options', 'Cache-Control'])
          expect(answer).toContain(`\r\n${name}: `)
        const id = answer.match(/^x-request-id: (\S+)/im)?.[1]

        await expect.poll(() => linesOf(id)).toEqual([expect.objectContaining({ event: 'request', status })])
        expect(said()).not.toContain('alaoui')
      } finally {
        await site.stop()
      }
    })
  }

  test('has another line for an unexpected error, which does not tell who met it', async ({ request }) => {
    // A database without our tables: every query fails with an unexpected error.
    const empty = new URL(readSiteSettings().DATABASE_URL ?? '')
    empty.pathname = '/postgres'
    const { site, linesOf, lines, said } = await siteWithCapturedLog({ DATABASE_URL: empty.href })
    try {
      const typed = { email: 'f.alaoui@example.ma', password: 'trois dossiers ce matin' }
      const answers = [
        await request.get(`${site.url}/fr/courses/${COURSE}`),
        await request.post(`${site.url}/fr/sign-in`, { form: typed, headers: { origin: site.url } }),
      ]
      for (const answer of answers) {
        expect(answer.status()).toBe(500)
        const id = answer.headers()['x-request-id']
        await expect.poll(() => linesOf(id).map(({ event }) => event)).toEqual(['error', 'request'])
        expect(await answer.text()).not.toContain('Prisma')
      }
      // The jobs of the site find no tables either.
      expect(lines().filter(({ event, job }) => event === 'error' && job === undefined)).toHaveLength(2)
      expect(said()).not.toMatch(/alaoui|dossiers/)
    } finally {
      await site.stop()
    }
  })
})
