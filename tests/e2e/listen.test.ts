import type { Locator } from '@playwright/test'
import { ELSEWHERE } from '@/domain/urgent-help'
import { expect, PUBLIC_COURSE, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { endSentence, giveVoices, heard } from '../support/e2e/voices'

const LESSON = `/courses/${PUBLIC_COURSE}/lessons/act`

async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent())?.replace(/\s+/g, ' ').trim() ?? ''
}

test('a section is read aloud by a voice of the device, paused, resumed and stopped, and what is read is marked', async ({
  page,
}) => {
  await giveVoices(page, [
    { lang: 'ar-EG', localService: false },
    { lang: 'ar-MA', localService: true },
  ])
  await page.goto(`/ar${LESSON}`)
  const section = page.locator('.block', { has: page.locator('#do-not') })
  const mark = page.locator('.read-aloud')
  await section.getByRole('button', { name: t('ar', 'lesson.listen.start') }).click()

  const title = await textOf(page.locator('#do-not'))
  await expect(mark).toHaveText(title)
  expect(await heard(page)).toEqual({ said: [title], voices: ['ar-MA'], speaking: true })
  await endSentence(page)
  const first = await textOf(page.locator('#do-not').locator('xpath=../following-sibling::*[1]').locator('p').first())
  await expect(mark).toHaveText(first)

  await section.getByRole('button', { name: t('ar', 'lesson.listen.pause') }).click()
  expect((await heard(page)).speaking).toBe(false)
  await section.getByRole('button', { name: t('ar', 'lesson.listen.resume') }).click()
  expect((await heard(page)).said).toEqual([title, first, first])
  await expect(page).toHaveNoAxeViolations()

  await section.getByRole('button', { name: t('ar', 'lesson.listen.stop') }).click()
  await expect(mark).toHaveCount(0)
  await expect(section.getByRole('button', { name: t('ar', 'lesson.listen.start') })).toBeFocused()
  expect((await heard(page)).speaking).toBe(false)
})

test('another section, and another page, end the reading', async ({ page }) => {
  await giveVoices(page, [{ lang: 'fr-FR', localService: true }])
  await page.goto(`/fr${LESSON}`)
  const buttons = page.getByRole('button', { name: t('fr', 'lesson.listen.start') })
  const sections = await page.locator('.lesson .block h2').count()
  await expect(buttons).toHaveCount(sections)
  await buttons.first().click()
  await buttons.first().click()
  await expect(page.locator('.read-aloud')).toHaveCount(1)
  await expect(page.locator('.read-aloud')).toHaveText(await textOf(page.locator('.lesson .block h2').nth(1)))

  await page.evaluate(() => sessionStorage.removeItem('cancelled'))
  await page.goto('/fr/accessibility')
  expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBe(`/fr${LESSON}`)
})

test('leaving quickly ends the reading at once, before another page is in view', async ({ browser }) => {
  // A tab of its own, since the test itself answers for the other site.
  const page = await (await browser.newContext()).newPage()
  await giveVoices(page, [{ lang: 'fr-FR', localService: true }])
  await page.goto(`/fr${LESSON}`)
  await page
    .getByRole('button', { name: t('fr', 'lesson.listen.start') })
    .first()
    .click()
  expect((await heard(page)).speaking).toBe(true)
  await page.evaluate(() => sessionStorage.removeItem('cancelled'))
  await page.route(`${ELSEWHERE}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'elsewhere' }))
  const cancelled = await page.getByRole('link', { name: t('fr', 'site.leave') }).evaluate((link) => {
    ;(link as HTMLElement).click()
    return sessionStorage.getItem('cancelled')
  })

  expect(cancelled).toBe(`/fr${LESSON}`)
  await expect(page).toHaveURL(ELSEWHERE)
})

test('a whole section is read: its text and its drawing, no question and no law of another language', async ({
  page,
}) => {
  await giveVoices(page, [{ lang: 'fr-FR', localService: true }])
  await page.goto(`/fr${LESSON}`)
  await page
    .getByRole('button', { name: t('fr', 'lesson.listen.start') })
    .first()
    .click()
  while ((await heard(page)).speaking && (await page.locator('.read-aloud').count()) > 0) await endSentence(page)
  const said = (await heard(page)).said.join('\n')

  expect(said).toContain('Votre rôle est limité, et il compte')
  expect(said).toContain('sans exiger de plainte')
  expect(said).not.toContain('82-5-1')
  expect(said).not.toContain('Une victime n’est protégée et soignée que si')
  expect(said).not.toMatch(/[\u0600-\u06FF]{3}/)
})

for (const [devices, voices] of [
  ['only voices on the network', [{ lang: 'ar-MA', localService: false }]],
  ['only voices of other languages', [{ lang: 'fr-FR', localService: true }]],
  ['no voice', []],
] as const) {
  test(`a device with ${devices} offers no reading`, async ({ page }) => {
    await giveVoices(page, voices)
    await page.goto(`/ar${LESSON}`)

    await expect(page.locator('#do-not')).toBeVisible()
    // The script of the lesson has run when a question can be answered in place.
    await page.waitForLoadState('networkidle')
    await expect(page.locator('.listen')).toHaveCount(0)
    expect((await heard(page)).said).toEqual([])
  })
}
