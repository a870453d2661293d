import type { Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { lessonSteps } from '@/domain/course/lesson-steps'
import { LOCALES } from '@/domain/locale'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const lessonAt = ({ file }: Course, locale: string, place: number) =>
  `/${locale}/courses/${COURSE}/lessons/${file.outline[place]}`
const root = (page: Page) => page.locator('html')
const panel = (page: Page) => page.getByRole('dialog', { name: t('fr', 'reading.open') })
const sizeOf = (page: Page) =>
  page
    .locator('.lesson p')
    .first()
    .evaluate((text) => getComputedStyle(text).fontSize)

test('single keys lead through a lesson, not while she types, and not once she has turned them off', async ({
  page,
  course,
}) => {
  await page.goto(`${lessonAt(course, 'fr', 0)}?view=whole`)
  await page.keyboard.press('?')
  await expect(panel(page)).toBeVisible()
  // While the panel is open, the page behind it ignores the keys.
  for (const key of ['s', 'o', 'n']) await page.keyboard.press(key)
  await expect(panel(page)).toBeVisible()
  await expect(page).toHaveURL(lessonAt(course, 'fr', 0))
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  const search = page.getByRole('searchbox', { name: t('fr', 'course.search.label') })
  await expect(search).toBeFocused()
  await page.keyboard.type('n?')
  await expect(search).toHaveValue('n?')
  await expect(panel(page)).toBeHidden()

  await search.blur()
  await page.keyboard.press('o')
  await expect(page.locator('.outline a[aria-current]')).toBeFocused()
  await page.keyboard.press('n')
  // The keys are heard once the scripts of the page have run.
  await page.waitForURL(lessonAt(course, 'fr', 1), { waitUntil: 'load' })
  await page.keyboard.press('p')
  await page.waitForURL(lessonAt(course, 'fr', 0), { waitUntil: 'load' })

  await page.keyboard.press('t')
  await panel(page)
    .getByRole('checkbox', { name: t('fr', 'reading.keys.on') })
    .uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.locator('h1').click()
  await page.keyboard.press('n')
  await page.keyboard.press('?')
  await expect(panel(page)).toBeHidden()
  await expect(page).toHaveURL(lessonAt(course, 'fr', 0))
})

test('the first step of a lesson leads back to the lesson before it', async ({ page, course }) => {
  const [, lesson] = course.lessons
  const [first] = lesson ? lessonSteps(lesson, 'fr') : []
  await page.goto(`${lessonAt(course, 'fr', 1)}/${first?.id}`)
  await page.getByRole('link', { name: t('fr', 'lesson.previous') }).click()
  await expect(page).toHaveURL(new RegExp(`/lessons/${course.file.outline[0]}`))
})

/** The first step of the course that quotes the penal code, which has an official French text. */
function stepWithLaw({ lessons }: Course): string {
  for (const lesson of lessons) {
    const step = lessonSteps(lesson, 'fr').find(({ text }) => text.includes('::law{cite="cp-'))
    if (step) return `/fr/courses/${COURSE}/lessons/${lesson.file.id}/${step.id}`
  }
  throw new Error('No step quotes the penal code.')
}

test('the law stands open in both languages once she has chosen so, on every step', async ({ page, course }) => {
  await page.goto(stepWithLaw(course))
  const other = page.locator('.both-languages [lang=ar]').first()
  await expect(other).toBeHidden()
  await page.getByRole('button', { name: t('fr', 'reading.open') }).click()
  await panel(page)
    .getByRole('radio', { name: t('fr', 'reading.law.2') })
    .check()
  await expect(other).toBeVisible()
  await page.reload()
  await expect(other).toBeVisible()

  await page.getByRole('button', { name: t('fr', 'reading.open') }).click()
  await panel(page)
    .getByRole('radio', { name: t('fr', 'reading.law.1') })
    .check()
  await expect(other).toBeHidden()
})

test('the text size and the line spacing stay chosen, on every page and before anything is drawn', async ({
  page,
  course,
}) => {
  await page.goto(lessonAt(course, 'fr', 0))
  const before = Number.parseFloat(await sizeOf(page))
  await page.getByRole('button', { name: t('fr', 'reading.open') }).click()
  await panel(page)
    .getByRole('radio', { name: t('fr', 'reading.size.3') })
    .check()
  await panel(page)
    .getByRole('radio', { name: t('fr', 'reading.lines.2') })
    .check()
  expect(Number.parseFloat(await sizeOf(page)) / before).toBeCloseTo(1.3, 1)

  await page.goto('/fr/library/law/cp-448-1')
  await expect(root(page)).toHaveAttribute('data-size', '3')
  await expect(root(page)).toHaveAttribute('data-lines', '2')
  await page.getByRole('button', { name: t('fr', 'reading.open'), exact: true }).click()
  await expect(panel(page).getByRole('radio', { name: t('fr', 'reading.size.3') })).toBeChecked()

  await page.emulateMedia({ media: 'print' })
  expect(await root(page).evaluate((html) => getComputedStyle(html).fontSize)).not.toBe('20.8px')
  expect(await page.context().cookies()).toEqual([])
})

for (const { locale, width } of [
  { locale: 'ar', width: 360 },
  { locale: 'fr', width: 1280 },
] as const) {
  test(`the hint in the field that searches the course is whole (${locale}, ${width} px)`, async ({ page, course }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(lessonAt(course, locale, 0))
    await page.keyboard.press('s')
    const search = page.getByRole('searchbox', { name: t(locale, 'course.search.label') })
    await expect(search).toBeFocused()
    const [needed, room] = await search.evaluate((field: HTMLInputElement) => {
      const style = getComputedStyle(field)
      const text = document.body.appendChild(document.createElement('span'))
      text.append(field.placeholder)
      text.style.cssText = 'position: absolute; white-space: nowrap'
      text.style.font = style.font
      const width = text.getBoundingClientRect().width
      text.remove()
      return [
        width,
        field.clientWidth - Number.parseFloat(style.paddingInlineStart) - Number.parseFloat(style.paddingInlineEnd),
      ]
    })
    expect(needed).toBeGreaterThan(20)
    expect(needed).toBeLessThanOrEqual(room)
  })
}

test.describe('on the narrowest phone, in the largest size', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  for (const locale of LOCALES) {
    test(`nothing scrolls sideways (${locale})`, async ({ page, course }) => {
      await page.addInitScript(() => localStorage.setItem('reading', '{"size":"3","lines":"2"}'))
      const paths = [
        '',
        '/courses',
        `/courses/${COURSE}`,
        `/courses/${COURSE}/search?q=victime`,
        '/library/law/cp-448-1',
      ]
      const lessons = course.file.outline.map((id) => `/courses/${COURSE}/lessons/${id}`)
      const faults: string[] = []
      for (const path of [...paths, ...lessons, '/report?page=/about', '/library/cases/cedh-sm-2020']) {
        await page.goto(`/${locale}${path}`)
        await expect(root(page)).toHaveAttribute('data-size', '3')
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (beyond > 0) faults.push(`${path}: ${beyond} px`)
      }
      expect(faults).toEqual([])
    })
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('no button promises what only a script can do, and an error in a passage is reported', async ({
    page,
    course,
    login,
  }) => {
    await login({ enrolledIn: [COURSE] })
    await page.goto(lessonAt(course, 'fr', 0))
    await expect(page.getByRole('button', { name: t('fr', 'reading.open') })).toHaveCount(0)

    await page.getByRole('link', { name: t('fr', 'errorReport.linkLesson') }).click()
    await page.getByLabel(t('fr', 'errorReport.passage')).selectOption({ index: 2 })
    await page.getByRole('button', { name: t('fr', 'errorReport.send') }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.getByLabel(t('fr', 'fields.errorKind')).selectOption('law')
    await page.getByLabel(t('fr', 'fields.errorText')).fill('La date est fausse.')
    await page.getByRole('button', { name: t('fr', 'errorReport.send') }).click()

    await expect(page.getByRole('status')).toHaveText(t('fr', 'errorReport.sent'))
    await page.getByRole('link', { name: t('fr', 'errorReport.back') }).click()
    await expect(page).toHaveURL(lessonAt(course, 'fr', 0))
  })
})
