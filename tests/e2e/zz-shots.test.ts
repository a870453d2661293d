import { test } from '../support/e2e/test'
import { mkdirSync, writeFileSync } from 'node:fs'
test('shots', async ({ page, library }) => {
  test.setTimeout(300_000)
  mkdirSync('/tmp/hearing-shots', { recursive: true })
  for (const [locale, width, height] of [['ar', 360, 740], ['fr', 1280, 900]] as const) {
    await page.setViewportSize({ width, height })
    for (const id of ['trafficking', 'custody', 'hearing-a-child', 'use-of-services']) {
      await page.goto(`/${locale}/library/briefs/${id}`)
      await page.screenshot({ path: `/tmp/hearing-shots/${id}-${locale}.png`, fullPage: true })
      console.log(locale, id, await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]))
    }
    for (const [n, p] of [['list', '/library/briefs'], ['library', '/library'], ['article', '/library/law/cp-448-4'], ['search', `/library/search?q=${encodeURIComponent(locale === 'ar' ? 'قبل الجلسة' : '448-4')}`], ['kept', '/library/briefs/trafficking/kept'], ['lesson', '/courses/fundamentals/lessons/aggravation']] as const) {
      await page.goto(`/${locale}${p}`)
      await page.screenshot({ path: `/tmp/hearing-shots/${n}-${locale}.png`, fullPage: true })
    }
  }
  for (const locale of ['ar', 'fr'])
    for (const id of Object.keys(library.briefs)) {
      await page.goto(`/${locale}/library/briefs/${id}`)
      writeFileSync(`/tmp/hearing-shots/${id}-${locale}.pdf`, await page.pdf({ preferCSSPageSize: true }))
    }
})
