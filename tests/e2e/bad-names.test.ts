import type { Page } from '@playwright/test'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const MAX = 80
const MARKUP = '#import "x": * <img src=x onerror=alert(1)> \'); drop table "Account"; --'
const HOSTILE: Record<string, string> = {
  'a right-to-left override': 'Fatima \u202EiuoalA',
  emoji: 'Fatima 🌟 Alaoui',
  'a null byte': 'Fatima\u0000Alaoui',
  SQL: 'Fatima\'); drop table "Account"; --',
  HTML: '<script>alert(1)</script>',
  'Typst markup': '#read("/etc/passwd")',
  'an address': 'Fatima evil.example/x',
  'another script': 'فاطمة العلوي',
}

/** @param secret that of the link which opens the page on which a person says who she is. */
async function fillIn(page: Page, secret: string, nameLatin: string) {
  await page.goto(`/ar/confirm?token=${secret}`)
  await page.getByLabel(t('ar', 'fields.nameArabic')).fill('فاطمة العلوي')
  await page.getByLabel(t('ar', 'fields.nameLatin')).fill(nameLatin)
  await page.getByLabel(t('ar', 'fields.function')).selectOption(PERSON_FUNCTIONS[0])
  await page.getByLabel(t('ar', 'fields.institution')).fill(MARKUP)
  await page.getByLabel(t('ar', 'fields.password'), { exact: true }).fill('ثلاثة ملفات هذا الصباح')
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'account.confirm.button') })
    .click()
}

async function expectRefused(page: Page, typed: string, problem: string) {
  const summary = page.getByRole('alert', { name: t('ar', 'errors.title') })
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText([
    t('ar', 'fields.problemOf', { field: t('ar', 'fields.nameLatin'), problem }),
  ])
  // HTML cannot contain a null byte: the replacement character appears instead.
  await expect(page.getByLabel(t('ar', 'fields.nameLatin'))).toHaveValue(typed.replaceAll('\u0000', '\uFFFD'))
  await expect(page.getByLabel(t('ar', 'fields.nameLatin'))).toHaveAccessibleDescription(new RegExp(literally(problem)))
  await expect(page.getByLabel(t('ar', 'fields.institution'))).toHaveValue(MARKUP)
  await expect(page.getByLabel(t('ar', 'fields.function'))).toHaveValue(PERSON_FUNCTIONS[0])
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

for (const [kind, name] of Object.entries(HOSTILE)) {
  test(`a name with ${kind} is refused, and nothing that was typed is lost`, async ({ page, rows }) => {
    await fillIn(page, await rows.signUp(), name)

    await expectRefused(page, name, t('ar', 'fields.problems.name-latin'))
  })
}

test('a name of 10,000 characters is refused, and nothing that was typed is lost', async ({ page, rows }) => {
  const name = 'Fatima '.repeat(1_429).trim()
  await fillIn(page, await rows.signUp(), name)

  await expectRefused(page, name, t('ar', 'fields.problems.too-long', { max: MAX }))
})

test('markup in a field that takes any text stays text wherever it is shown', async ({ page, login }) => {
  await login({ institution: MARKUP, enrolledIn: [COURSE] })
  page.on('dialog', () => {
    throw new Error('a script of the markup ran')
  })
  await page.goto('/ar/account')

  await expect(page.getByLabel(t('ar', 'fields.institution'))).toHaveValue(MARKUP)
  await expect(page.getByRole('main')).toContainText(MARKUP)
  await expect(page.locator('img')).toHaveCount(0)
})
