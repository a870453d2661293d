import type { Locator, Page } from '@playwright/test'
import type { Lesson } from '@/domain/course/course'
import type { QuestionKey } from '@/domain/course/question'
import type { Locale } from '@/domain/locale'
import { fieldsOf, give } from './answering'
import { expect } from './test'
import { t } from './texts'

/** An inline question of a lesson: its fields, its button and what comes of it. */
export function practiceCard(page: Page, question: QuestionKey, locale: Locale): Locator {
  return page
    .getByRole('region', { name: t(locale, 'practice.title') })
    .filter({ has: fieldsOf(page, question, locale) })
}

/** Answers an inline question as its key says. */
export async function practise(page: Page, question: QuestionKey, locale: Locale): Promise<void> {
  const card = practiceCard(page, question, locale)
  await give(card, question, question.correct, locale)
  await card.getByRole('button', { name: t(locale, 'practice.check') }).click()
  await expect(card.getByRole('status')).toContainText(t(locale, 'practice.correct'))
}

/** Says that the lesson is done, and goes on to what comes next. */
export function doneButton(page: Page, locale: Locale): Locator {
  return page.getByRole('navigation', { name: t(locale, 'lesson.between') }).getByRole('button')
}

/** Answers every question of the lesson on the page without leaving it, and says that it is done. */
export async function readLesson(page: Page, lesson: Lesson, locale: Locale): Promise<void> {
  // Before its script has come, the page sends an answer as a form and is loaded anew.
  await page.waitForLoadState()
  await page.evaluate(() => {
    document.body.dataset.same = 'page'
  })
  for (const question of lesson.practice) await practise(page, question, locale)
  await expect(page.locator('body')).toHaveAttribute('data-same', 'page')
  await doneButton(page, locale).click()
}
