import type { Locator, Page } from '@playwright/test'
import type { QuestionKey } from '@/domain/course/question'
import type { Locale } from '@/domain/locale'
import { fieldsOf, optionName } from './answering'
import { expect } from './test'
import { words } from './texts'

const FURTHEST = 150

/** Tabs on until the focus is on the target. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < FURTHEST; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not reach ${target}`)
}

/** Answers a question with the keys alone. */
export async function giveByKeys(page: Page, question: QuestionKey, locale: Locale): Promise<void> {
  const fields = fieldsOf(page, question, locale)
  const field = (role: 'radio' | 'checkbox' | 'combobox', name: string) => fields.getByRole(role, { name, exact: true })
  if (question.kind === 'matching') {
    for (const { id, text } of question.prompts) {
      await chooseByKeys(page, field('combobox', words(text, locale)), question.correct[id] ?? '')
    }
  } else if (question.kind === 'ordering') {
    for (const [place, id] of question.correct.entries()) {
      await chooseByKeys(page, field('combobox', optionName(question, id, locale)), String(place + 1))
    }
  } else if (question.kind === 'multiple') {
    for (const id of question.correct) {
      await tabTo(page, field('checkbox', optionName(question, id, locale)))
      await page.keyboard.press('Space')
    }
  } else {
    const wanted = field('radio', optionName(question, question.correct[0] ?? '', locale))
    await tabTo(page, fields.getByRole('radio').first())
    await page.keyboard.press('Space')
    for (let step = 0; step < question.options.length && !(await wanted.isChecked()); step++) {
      await page.keyboard.press('ArrowDown')
    }
    await expect(wanted).toBeChecked()
  }
}

async function chooseByKeys(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select)
  const choices = await select
    .locator('option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))
  for (let step = 0; step < choices.length && (await select.inputValue()) !== value; step++) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(select).toHaveValue(value)
}
