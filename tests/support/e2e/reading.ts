import type { Locator, Page } from '@playwright/test'
import type { Lesson } from '@/domain/course/course'
import type { QuestionKey } from '@/domain/course/question'
import type { Locale } from '@/domain/locale'
import { fieldsOf, give } from './answering'
import { expect } from './test'
import { t } from './texts'

/** An inline question of a lesson: its fields, its button and its feedback. */
export function practiceCard(page: Page, question: QuestionKey, locale: Locale): Locator {
  return page
    .getByRole('region', { name: t(locale, 'practice.title') })
    .filter({ has: fieldsOf(page, question, locale) })
}

/** Answers an inline question correctly. */
export async function practise(page: Page, question: QuestionKey, locale: Locale): Promise<void> {
  const card = practiceCard(page, question, locale)
  await give(card, question, question.correct, locale)
  await card.getByRole('button', { name: t(locale, 'practice.check') }).click()
  await expect(card.getByRole('status')).toContainText(t(locale, 'practice.correct'))
}

/** The button that marks the lesson as done and leads to the next step. */
export function doneButton(page: Page, locale: Locale): Locator {
  return page.getByRole('navigation', { name: t(locale, 'lesson.between') }).getByRole('button')
}

/** Answers every question of the lesson on the page without leaving it, and marks it as done. */
export async function readLesson(page: Page, lesson: Lesson, locale: Locale): Promise<void> {
  // Before its script has loaded, the page sends an answer as a form and is reloaded.
  await page.waitForLoadState()
  await page.evaluate(() => {
    document.body.dataset.same = 'page'
  })
  for (const question of lesson.practice) await practise(page, question, locale)
  await expect(page.locator('body')).toHaveAttribute('data-same', 'page')
  await doneButton(page, locale).click()
}
