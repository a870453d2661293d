import type { Page } from '@playwright/test'
import type { Lesson } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import { practiceCard, practise } from '../support/e2e/reading'
import { COURSE, expect, signIn, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

/** The headings of a lesson's sections, from its file. */
function headings(lesson: Lesson, locale: Locale): string[] {
  return [...lesson.bodies[locale].matchAll(/^## (.+?)(?: \{#.+\})?$/gm)].map((match) => match[1] ?? '')
}

/** Scrolls to a section in the middle of the lesson, and waits until the position is stored. */
async function readTo(page: Page, heading: string) {
  const kept = page.waitForResponse('**/api/lessons/place')
  const section = page.getByRole('heading', { name: heading, exact: true })
  await section.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  expect((await kept).status()).toBe(204)
}

test('she goes on at the block where she stopped, on another device', async ({
  page,
  browser,
  course,
  login,
  rows,
  baseURL,
}) => {
  const someone = await login({ enrolledIn: [COURSE] })
  const [lesson] = course.lessons
  if (!lesson) throw new Error('the course has no lesson')
  const stopped = headings(lesson, 'ar')[3] ?? ''
  await page.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}`)
  await readTo(page, stopped)

  const device = await browser.newContext({ viewport: { width: 360, height: 740 } })
  await signIn(device, await rows.anotherSession(someone), baseURL)
  const other = await device.newPage()
  await other.goto(`/ar/courses/${COURSE}`)
  await other
    .getByRole('link', { name: t('ar', 'course.continueAt', { lesson: words(lesson.file.title, 'ar') }) })
    .click()
  await expect(other.getByRole('heading', { name: stopped, exact: true })).toBeInViewport()

  await other.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}`)
  await other.getByRole('link', { name: t('ar', 'lesson.resumed') }).click()
  await expect(other.getByRole('heading', { name: stopped, exact: true })).toBeInViewport()
  await device.close()
})

test('a change of language keeps her place and her answers', async ({ page, course, login }) => {
  await login({ enrolledIn: [COURSE] })
  const [lesson] = course.lessons
  const question = lesson?.practice[0]
  if (!lesson || !question) throw new Error('the lesson has no practice')
  await page.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}`)
  await practise(page, question, 'ar')
  await readTo(page, headings(lesson, 'ar')[3] ?? '')

  await page
    .getByRole('navigation', { name: t('ar', 'nav.language') })
    .getByRole('link', { name: 'Français' })
    .click()
  await expect(page.getByRole('heading', { name: headings(lesson, 'fr')[3], exact: true })).toBeInViewport()
  await expect(practiceCard(page, question, 'fr').getByRole('status')).toContainText(t('fr', 'practice.correct'))
})

test('a finished lesson stays open', async ({ page, course, as }) => {
  await as('holder')
  for (const { file } of course.lessons) {
    const response = await page.goto(`/ar/courses/${COURSE}/lessons/${file.id}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(file.title, 'ar'))
  }
})
