import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { sniff } from '../support/e2e/accessibility'
import { expect, test } from '../support/e2e/test'
import { countBytes } from '../support/e2e/wire'

test('the planted page: every faint text is found, Arabic included', async ({ page }) => {
  await page.goto(pathToFileURL(path.resolve('tests/e2e/fixtures/arabic-contrast-canary.html')).href)

  const faint = (await sniff(page)).filter((error) => error.includes('1_4_3'))
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    expect(faint.some((error) => error.includes(`id="${id}"`))).toBe(true)
  }
})

test('the planted page: axe finds the contrast violation', async ({ page }) => {
  await page.goto(pathToFileURL(path.resolve('tests/e2e/fixtures/arabic-contrast-canary.html')).href)

  await expect(expect(page).toHaveNoAxeViolations()).rejects.toThrow('color-contrast')
})

test('the byte counter does not await what the page before it did not receive', async ({ page }) => {
  const font = '<style>@font-face { font-family: late; src: url(/late.woff2) } p { font-family: late }</style><p>late'
  const server = createServer(({ url }, response) => {
    if (url !== '/late.woff2')
      response.setHeader('content-type', 'text/html').end(url === '/before' ? font : '<p>after')
  }).listen(0)
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const { sent, allArrived } = await countBytes(page)

  await Promise.all([page.waitForRequest(`${url}/late.woff2`), page.goto(`${url}/before`, { waitUntil: 'commit' })])
  await page.goto(`${url}/after`)
  await allArrived()

  expect(sent.map((each) => each.url)).toContain(`${url}/after`)
  expect(sent.map((each) => each.url)).not.toContain(`${url}/late.woff2`)
  server.closeAllConnections()
  server.close()
})
