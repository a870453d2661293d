import type { Locator, Page } from '@playwright/test'
import type { Course, Lesson } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import { fieldsOf, give } from './answering'
import { expect } from './test'
import { t } from './texts'

/** An inline question of a lesson: its fields, its button and its feedback. */
export function practiceCard(page: Page, question: QuestionKey, locale: Locale): Locator {
  return page
    .getByRole('region', { name: t(locale, 'practice.title') })
    .filter({ has: fieldsOf(page, question, locale) })
}

/** The first lesson that has a question with one right option, and that question. */
export function firstChoice({ lessons }: Course) {
  for (const lesson of lessons) {
    const question = lesson.practice.find(({ kind }) => kind === 'single')
    if (question) return { lesson, question }
  }
  throw new Error('the course asks no single choice')
}

/** Answers an inline question correctly. */
export async function practise(page: Page, question: QuestionKey, locale: Locale): Promise<void> {
  const card = practiceCard(page, question, locale)
  await give(card, question, question.correct, locale)
  await card.getByRole('button', { name: t(locale, 'practice.check') }).click()
  await expect(card.getByRole('status')).toContainText(t(locale, 'practice.correct'))
}

/** The end of the lesson: what it asks for, the choice that it is done, and the way on. */
export function endOf(page: Page, locale: Locale): Locator {
  return page.getByRole('region', { name: t(locale, 'lesson.end') })
}

/** The button that marks the lesson as done. */
export function doneButton(page: Page, locale: Locale): Locator {
  return endOf(page, locale).getByRole('button', { name: t(locale, 'lesson.finish') })
}

/** The link to the next lesson, or to what follows the last one. */
export function nextLink(page: Page, locale: Locale): Locator {
  return page
    .getByRole('navigation', { name: t(locale, 'lesson.between') })
    .getByRole('link')
    .last()
}

/** Answers every question of the lesson, marks it as done and goes on. */
export async function readLesson(page: Page, lesson: Lesson, locale: Locale): Promise<void> {
  await practiseAll(page, lesson, locale)
  await doneButton(page, locale).click()
  await expect(endOf(page, locale)).toContainText(t(locale, 'lesson.finished'))
  await nextLink(page, locale).click()
}

/** Answers every question of the lesson, on its page or step by step, each without leaving its page. */
export async function practiseAll(page: Page, lesson: Lesson, locale: Locale): Promise<void> {
  await practiseHere(page, lesson, locale)
  const next = page.locator('.step-next')
  if ((await next.count()) === 0) return
  const address = (await next.getAttribute('href')) ?? ''
  await next.click()
  await page.waitForURL(`**${address}`)
  await practiseAll(page, lesson, locale)
}

async function practiseHere(page: Page, lesson: Lesson, locale: Locale): Promise<void> {
  // Before its script has loaded, the page sends an answer as a form and is reloaded.
  await page.waitForLoadState()
  await page.evaluate(() => {
    document.body.dataset.same = 'page'
  })
  const asked = await page.locator('.practice').evaluateAll((cards) => cards.map(({ id }) => id))
  for (const question of lesson.practice.filter(({ id }) => asked.includes(`quiz-${id}`))) {
    await practise(page, question, locale)
  }
  await expect(page.locator('body')).toHaveAttribute('data-same', 'page')
}
