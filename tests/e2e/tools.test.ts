import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { sniff } from '../support/e2e/accessibility'
import { expect, test } from '../support/e2e/test'

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
