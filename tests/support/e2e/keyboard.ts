import type { Locator, Page } from '@playwright/test'
import type { Locale } from '@/domain/locale'
import type { KeyOf, QuestionKey, QuestionKind } from '@/domain/question/question'
import { blankFields, fieldsOf, moveName, numberField, optionName, rank } from './answering'
import { expect } from './test'
import { t, words } from './texts'

/** More than a whole lesson on one page has. */
const FURTHEST = 200

/** Presses Tab until the target has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < FURTHEST; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not reach ${target}`)
}

type Hand<K extends QuestionKind> = (page: Page, fields: Locator, question: KeyOf<K>, locale: Locale) => Promise<void>

async function move(page: Page, fields: Locator, question: KeyOf<'single' | 'true-false'>, locale: Locale) {
  const wanted = named(fields, 'radio', optionName(question, question.correct[0] ?? '', locale))
  await tabTo(page, fields.getByRole('radio').first())
  await page.keyboard.press('Space')
  for (let step = 0; step < question.options.length && !(await wanted.isChecked()); step++) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeChecked()
}

async function tick(page: Page, fields: Locator, question: KeyOf<'multiple' | 'marking'>, locale: Locale) {
  for (const id of question.correct) {
    await tabTo(page, named(fields, 'checkbox', optionName(question, id, locale)))
    await page.keyboard.press('Space')
  }
}

async function keepOrder(page: Page, fields: Locator, locale: Locale) {
  const keep = named(fields, 'button', t(locale, 'practice.keepOrder'))
  if (!(await keep.isVisible())) return
  await tabTo(page, keep)
  await page.keyboard.press('Enter')
  await expect(keep).toBeHidden()
}

const HANDS: { readonly [K in QuestionKind]: Hand<K> } = {
  single: move,
  'true-false': move,
  multiple: tick,
  marking: tick,
  matching: async (page, fields, { prompts, correct }, locale) => {
    for (const { id, text } of prompts) {
      await chooseByKeys(page, named(fields, 'combobox', words(text, locale)), correct[id] ?? '')
    }
  },
  ordering: async (page, fields, question, locale) => {
    const lines = fields.getByRole('listitem')
    for (const [place, id] of question.correct.entries()) {
      const name = optionName(question, id, locale)
      const listed = (await lines.allTextContents()).map((text) => text.replace(/\s+/g, ' '))
      const at = listed.findIndex((text) => text.includes(name))
      if (at > place) await tabTo(page, named(fields, 'button', moveName(question, id, 'up', locale)))
      for (let step = at; step > place; step--) await page.keyboard.press('Enter')
      await expect(lines.nth(place)).toContainText(name)
    }
    await keepOrder(page, fields, locale)
  },
  ranking: async (page, fields, question, locale) => {
    await rank(fields.getByRole('listitem'), question, question.correct, locale, async (name) => {
      await tabTo(page, named(fields, 'button', name))
      await page.keyboard.press('Enter')
    })
    await keepOrder(page, fields, locale)
  },
  computing: async (page, fields, question, locale) => {
    for (const [id, number] of Object.entries(question.correct)) {
      await tabTo(page, named(fields, 'textbox', numberField(question, id, locale)))
      await page.keyboard.type(number)
    }
  },
  completing: async (page, fields, question, locale) => {
    for (const { id, name } of blankFields(question, locale)) {
      await chooseByKeys(page, named(fields, 'combobox', name), question.correct[id] ?? '')
    }
  },
}

const handOf = <K extends QuestionKind>({ kind }: { kind: K }): Hand<K> => HANDS[kind]

function named(fields: Locator, role: 'radio' | 'checkbox' | 'combobox' | 'textbox' | 'button', name: string): Locator {
  return fields.getByRole(role, { name, exact: true })
}

/** Answers a question with the keyboard alone. */
export async function giveByKeys(page: Page, question: QuestionKey, locale: Locale): Promise<void> {
  await handOf(question)(page, fieldsOf(page, question, locale), question, locale)
}

/** Opens the list, goes to the wanted text with the arrows, and takes it. */
async function chooseByKeys(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select)
  const choices = await select
    .locator('option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))
  await page.keyboard.press('Space')
  for (let step = choices.indexOf(await select.inputValue()); step < choices.indexOf(value); step++) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(select).toHaveValue(value)
}
