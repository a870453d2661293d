import type { Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import type { KeyOf, QuestionKey, QuestionKind } from '@/domain/question/question'
import { fieldsOf, give, numberField } from '../support/e2e/answering'
import { giveByKeys } from '../support/e2e/keyboard'
import { practiceCard } from '../support/e2e/reading'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const TRIAL = 'trial'
const KINDS = ['computing', 'marking', 'completing', 'ranking'] as const
type Kind = (typeof KINDS)[number]

/** A practice question of a kind, on the page of its lesson. */
async function open<K extends QuestionKind>(page: Page, courses: Record<string, Course>, kind: K, locale = 'ar') {
  const asked = (courses[TRIAL]?.lessons ?? []).flatMap(({ file, practice }) =>
    practice.map((question) => ({ lesson: file.id, question })),
  )
  const found = asked.find(({ question }) => question.kind === kind)
  if (!found) throw new Error(`the course asks no ${kind} question`)
  await page.goto(`/${locale}/courses/${TRIAL}/lessons/${found.lesson}`)
  return found.question as KeyOf<K>
}

const MISSING: Readonly<Record<Kind, 'computeOne' | 'markOne' | 'completeOne' | 'rankAll'>> = {
  computing: 'computeOne',
  marking: 'markOne',
  completing: 'completeOne',
  ranking: 'rankAll',
}

const check = (page: Page, question: QuestionKey) =>
  practiceCard(page, question, 'ar').getByRole('button', { name: t('ar', 'practice.check') })

for (const kind of KINDS) {
  test.describe(`a question of the kind ${kind}`, () => {
    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false })

      test('says what is missing, is answered, and comes back with its feedback', async ({ page, courses }) => {
        const question = await open(page, courses, kind)
        const card = practiceCard(page, question, 'ar')
        await check(page, question).click()
        await expect(card).toContainText(t('ar', `practice.${MISSING[kind]}`))
        await expect(card.getByRole('status')).toHaveCount(0)

        await give(card, question, question.correct, 'ar')
        await check(page, question).click()
        await expect(card.getByRole('status')).toContainText(t('ar', 'practice.correct'))
        await expect(card).toBeInViewport()
      })
    })

    test('is answered with the keyboard alone', async ({ page, courses }) => {
      const question = await open(page, courses, kind)
      await page.waitForLoadState()
      await giveByKeys(page, question, 'ar')
      await check(page, question).focus()
      await page.keyboard.press('Enter')
      await expect(practiceCard(page, question, 'ar').getByRole('status')).toContainText(t('ar', 'practice.correct'))
    })

    for (const locale of ['ar', 'fr'] as const) {
      test(`fits a phone in ${locale}, with all its fields in the window and large enough to touch`, async ({
        page,
        courses,
      }) => {
        await page.setViewportSize({ width: 360, height: 740 })
        const question = await open(page, courses, kind, locale)
        const fields = fieldsOf(page, question, locale)
        const inputs = fields.locator('input:not([type="hidden"]), select, button:not([hidden])')
        for (const input of await inputs.all()) {
          const box = await input.boundingBox()
          expect(box?.x ?? -1).toBeGreaterThanOrEqual(0)
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      })
    }
  })
}

test.describe('a number to compute', () => {
  const first = (question: KeyOf<'computing'>) => numberField(question, question.asks[0]?.id ?? '', 'ar')

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('that is ambiguous comes back as it was typed, with the reason', async ({ page, courses }) => {
      const question = await open(page, courses, 'computing')
      const card = practiceCard(page, question, 'ar')
      const field = card.getByRole('textbox', { name: first(question), exact: true })
      await field.fill('10,000')
      await check(page, question).click()
      await expect(field).toHaveValue('10,000')
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(
        card.getByRole('alert').getByText(t('ar', 'practice.number.ambiguous')).filter({ visible: true }),
      ).toHaveCount(1)
      await expect(card.getByRole('status')).toHaveCount(0)

      await give(card, question, question.correct, 'ar')
      await check(page, question).click()
      await expect(card.getByRole('status')).toContainText(t('ar', 'practice.correct'))
    })
  })

  test('that is ambiguous is reported on the page, and is not sent until it is clear', async ({ page, courses }) => {
    const question = await open(page, courses, 'computing')
    await page.waitForLoadState('networkidle')
    const card = practiceCard(page, question, 'ar')
    const field = card.getByRole('textbox', { name: first(question), exact: true })
    await field.fill('10,000')
    await field.press('Tab')
    await expect(card.getByText(t('ar', 'practice.number.ambiguous')).filter({ visible: true })).toHaveCount(1)
    await check(page, question).click()
    await expect(field).toHaveValue('10,000')
    await expect(card.getByRole('status')).toHaveCount(0)

    await give(card, question, question.correct, 'ar')
    await expect(card.getByText(t('ar', 'practice.number.ambiguous')).filter({ visible: true })).toHaveCount(0)
    await check(page, question).click()
    await expect(card.getByRole('status')).toContainText(t('ar', 'practice.correct'))
  })

  test('may have Arabic-Indic digits', async ({ page, courses }) => {
    const question = await open(page, courses, 'computing')
    const card = practiceCard(page, question, 'ar')
    const arabic = (number: string) =>
      number.replace('.', '٫').replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    const typed = Object.entries(question.correct).map(([id, number]) => [id, arabic(number)])
    for (const [id = '', number = ''] of typed) {
      await card.getByRole('textbox', { name: numberField(question, id, 'ar'), exact: true }).fill(number)
    }
    await check(page, question).click()
    await expect(card.getByRole('status')).toContainText(t('ar', 'practice.correct'))
  })
})
