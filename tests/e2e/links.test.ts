import type { APIRequestContext } from '@playwright/test'
import { LOCALES } from '@/domain/locale'
import { expect, test } from '../support/e2e/test'

type Found = { status: number; ids: Set<string>; links: string[] }

/** A page's links to this site, and the ids that a link may lead to. */
async function visit(request: APIRequestContext, url: URL): Promise<Found> {
  const response = await request.get(url.href)
  const html = response.headers()['content-type']?.startsWith('text/html') ? await response.text() : ''
  const attribute = (name: string) =>
    [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value)
  return {
    status: response.status(),
    ids: new Set(attribute('id')),
    links: [...attribute('href'), ...attribute('src')].map((link) => link.replaceAll('&amp;', '&')),
  }
}

for (const locale of LOCALES) {
  test(`no link of a public page leads nowhere (${locale})`, async ({ request, baseURL }) => {
    const site = new URL(baseURL ?? '')
    const pages = new Map<string, Found>()
    const anchors: { from: string; to: URL }[] = []
    const waiting = [new URL(`/${locale}`, site)]
    const dead: string[] = []
    for (const url of waiting) {
      const address = url.pathname + url.search
      if (pages.has(address)) continue
      const found = await visit(request, url)
      pages.set(address, found)
      if (found.status !== 200) dead.push(`${address}: ${found.status}`)
      for (const link of found.links) {
        const to = new URL(link, url)
        if (to.origin !== site.origin) continue
        if (to.hash) anchors.push({ from: address, to })
        // The other languages have a walk of their own.
        const elsewhere = LOCALES.some((other) => other !== locale && to.pathname.startsWith(`/${other}`))
        if (!elsewhere) waiting.push(new URL(to.pathname + to.search, site))
      }
    }
    for (const { from, to } of anchors) {
      const page = pages.get(to.pathname + to.search)
      const id = decodeURIComponent(to.hash.slice(1))
      if (page && !page.ids.has(id)) dead.push(`${from}: ${to.pathname}${to.hash}`)
    }

    expect(dead).toEqual([])
    expect(pages.size).toBeGreaterThan(15)
    expect(anchors.length).toBeGreaterThan(20)
  })
}

test('the passages that a result sends her to are there', async ({ as, context, baseURL }) => {
  await as('exhausted')
  for (const locale of LOCALES) {
    const result = new URL(`/${locale}/courses/fundamentals/exam/result`, baseURL ?? '')
    const { links } = await visit(context.request, result)
    const passages = [...new Set(links.filter((link) => link.includes('/lessons/')))]
    expect(passages.length).toBeGreaterThan(0)
    for (const passage of passages) {
      const to = new URL(passage, result)
      const { status, ids } = await visit(context.request, to)
      expect(status, passage).toBe(200)
      expect(ids.has(to.hash.slice(1)), passage).toBe(true)
    }
  }
})
