import type { Locator, Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { type Answer, answerSchema } from '@/domain/question/answer'
import { examPath, fieldsOf, give, marksOf, moveName, optionName } from '../support/e2e/answering'
import { tabTo } from '../support/e2e/keyboard'
import type { Rows } from '../support/e2e/rows'
import { COURSE, expect, type Someone, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const PHONE = { width: 360, height: 740 }
test.use({ viewport: PHONE, hasTouch: true })

const open = (page: Page, position: number) => page.goto(examPath('ar', COURSE, position))
const line = (page: Page, key: 'saved' | 'queued') => page.getByRole('status').getByText(t('ar', `exam.status.${key}`))
const next = (page: Page) => page.getByRole('button', { name: t('ar', 'exam.next') })

async function boxOf(target: Locator) {
  const box = await target.boundingBox()
  if (!box) throw new Error(`${target} is not drawn`)
  return box
}

test('a question takes at most a screen and a half in the median, with the next one and the map always in reach', async ({
  page,
  sit,
}) => {
  const { attempt } = await sit()
  const heights: number[] = []
  for (const { position } of attempt.questions.slice(0, -1)) {
    await open(page, position)
    await expect(next(page)).toBeInViewport({ ratio: 1 })
    // From the top of the page to the end of the question: the foot of the site is on every page.
    const end = (form: Element) => form.getBoundingClientRect().bottom + scrollY
    heights.push(await page.locator('form[data-exam]').evaluate(end))
  }
  const median = heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)]
  expect(median).toBeLessThanOrEqual(1.5 * PHONE.height)

  const map = page.getByRole('navigation', { name: t('ar', 'exam.map') })
  const opener = page.getByRole('button', { name: t('ar', 'exam.map') })
  await expect(map).toBeHidden()
  await opener.click()
  await expect(map.getByRole('button', { name: /^1 / })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(map).toBeHidden()
  await expect(opener).toBeFocused()
  await opener.click()
  await map.getByRole('button', { name: /^3 / }).click()
  await expect(page).toHaveURL(examPath('ar', COURSE, 3))
})

test('the bar covers no field that has the focus', async ({ page, sit }) => {
  await sit()
  await open(page, 1)
  const bar = await boxOf(page.locator('.exam-bar'))
  const fields = page.locator('form[data-exam] input:not([type="hidden"])')
  for (const field of [fields.first(), page.getByRole('radio', { name: t('ar', 'exam.sure') })]) {
    await tabTo(page, field)
    const { y, height } = await boxOf(field)
    expect(y + height).toBeLessThanOrEqual(bar.y)
    expect(y).toBeGreaterThanOrEqual(0)
  }
})

/** The ordering question of the attempt under way: its lines on the page, and the stored order. */
async function ordering({ someone }: { someone: Someone }, rows: Rows, course: Course, page: Page) {
  const position = await rows.placeOfKind(someone, COURSE, 'ordering')
  const drawn = async () => (await rows.openAttempt(someone, COURSE)).questions[position - 1]
  const asked = await drawn()
  const question = course.bank.find(({ id }) => id === asked?.questionId)
  if (!asked || question?.kind !== 'ordering') throw new Error('no ordering was drawn')
  await open(page, position)
  const stored = async (): Promise<Answer | null> => answerSchema.nullable().parse((await drawn())?.answer ?? null)
  return { position, question, order: asked.order, stored, lines: page.locator('[data-order-line]') }
}

test('an order is given by buttons, keeps the focus, and says where the line stands', async ({
  page,
  sit,
  course,
  rows,
}) => {
  const { question, order, stored, lines } = await ordering(await sit(), rows, course, page)
  const [first = '', second = '', ...others] = order
  const button = (id: string, to: 'up' | 'down') =>
    page.getByRole('button', { name: moveName(question, id, to, 'ar'), exact: true })

  await tabTo(page, button(first, 'down'))
  await page.keyboard.press('Enter')
  await expect(lines.first()).toContainText(optionName(question, second, 'ar'))
  await expect(button(first, 'down')).toBeFocused()
  await expect(page.locator('[data-order-said]')).toHaveText(
    `${optionName(question, first, 'ar')}: 2 / ${order.length}`,
  )
  await expect(line(page, 'saved')).toBeVisible()
  expect(await stored()).toEqual([second, first, ...others])
  await expect(page.getByRole('button', { name: t('ar', 'practice.keepOrder') })).toBeHidden()

  // At the top a line cannot move up any further: its “up” button is disabled, and “down” takes the focus.
  await button(first, 'up').click()
  await expect(button(first, 'up')).toBeDisabled()
  await expect(button(first, 'down')).toBeFocused()
  await expect.poll(stored).toEqual(order)
})

test.describe('an order that is given without a network', () => {
  test.use({ provokes: /ERR_INTERNET_DISCONNECTED/ })

  test('a line is dragged by its handle, and the order is kept while the network is gone', async ({
    page,
    context,
    sit,
    course,
    rows,
  }) => {
    const { order, stored, lines } = await ordering(await sit(), rows, course, page)
    const [first = '', ...others] = order
    await context.setOffline(true)
    const from = await boxOf(lines.first().locator('[data-grip]'))
    const to = await boxOf(lines.nth(1))
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height - 4, { steps: 6 })
    await page.mouse.up()
    await expect(line(page, 'queued')).toBeVisible()
    expect(await stored()).toBeNull()

    await context.setOffline(false)
    const [passed = '', ...rest] = others
    await expect.poll(stored).toEqual([passed, first, ...rest])
    await page.reload()
    await expect(lines.first().locator('input')).toHaveAttribute('name', `o.${passed}`)
  })
})

test('an order moved in another tab later is the one that counts', async ({ page, context, sit, course, rows }) => {
  const { position, question, stored, lines } = await ordering(await sit(), rows, course, page)
  const tab = await context.newPage()
  await open(tab, position)
  await lines.first().locator('[data-move="down"]').click()
  await expect(line(page, 'saved')).toBeVisible()
  await give(tab, question, question.correct, 'ar')
  await expect(line(tab, 'saved')).toBeVisible()

  expect(marksOf(question, await stored())).toBe(1)
  await page.reload()
  await expect(fieldsOf(page, question, 'ar').getByRole('listitem').first()).toContainText(
    optionName(question, question.correct[0] ?? '', 'ar'),
  )
})

/** The first lesson that asks for an order, with the question. */
function lessonWithOrder(course: Course) {
  const asked = course.lessons.flatMap(({ file, practice }) => practice.map((question) => ({ file, question })))
  const { file, question } = asked.find(({ question: { kind } }) => kind === 'ordering') ?? {}
  if (!file || question?.kind !== 'ordering') throw new Error('no lesson asks for an order')
  return { path: `/ar/courses/${COURSE}/lessons/${file.id}`, question }
}

test('an order in a lesson is asked for, moved and judged on the page', async ({ page, course }) => {
  const { path, question } = lessonWithOrder(course)
  await page.goto(path)
  const card = page.locator(`#quiz-${question.id}`)
  const check = card.getByRole('button', { name: t('ar', 'practice.check') })
  await check.click()
  await expect(card).toContainText(t('ar', 'practice.incomplete'))
  await expect(card.locator('[data-order-line] button:enabled').first()).toBeFocused()

  await give(card, question, question.correct, 'ar')
  await check.click()
  await expect(card.locator('[data-feedback]')).toContainText(t('ar', 'practice.correct'))
  await expect(page).toHaveURL(path)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the buttons of an order send it, and keep the certainty and the flag', async ({ page, sit, course, rows }) => {
    const { position, order, stored, lines } = await ordering(await sit(), rows, course, page)
    const [first = '', second = '', ...others] = order
    await page.getByRole('radio', { name: t('ar', 'exam.fairly') }).check()
    await page.getByRole('checkbox', { name: t('ar', 'exam.flag') }).check()
    await lines.first().locator('[data-move="down"]').click()

    await expect(page).toHaveURL(`${examPath('ar', COURSE, position)}#question-${first}`)
    await expect(lines.first().locator('input')).toHaveAttribute('name', `o.${second}`)
    expect(await stored()).toEqual([second, first, ...others])
    await expect(page.getByRole('radio', { name: t('ar', 'exam.fairly') })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: t('ar', 'exam.flag') })).toBeChecked()
  })

  test('an order in a lesson is moved without being judged, and checked when asked', async ({ page, course }) => {
    const { path, question } = lessonWithOrder(course)
    await page.goto(path)
    const card = page.locator(`#quiz-${question.id}`)
    await give(card, question, question.correct, 'ar')
    await expect(card.locator('[data-feedback]')).toHaveCount(0)

    await card.getByRole('button', { name: t('ar', 'practice.check') }).click()
    await expect(card.locator('[data-feedback]')).toContainText(t('ar', 'practice.correct'))
  })
})
