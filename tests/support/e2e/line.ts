import type { Locator, Page } from '@playwright/test'
import type { Locale } from '@/domain/locale'
import { readSiteSettings } from '../e2e-settings'
import { linkIn, mailTo } from '../outbox'
import { COURSE, expect } from './test'
import { t } from './texts'

/** The person who goes through all steps, her language, and how she presses a button or a link. */
export type Traveller = {
  locale: Locale
  email: string
  password: string
  function: 'judge' | 'prosecutor'
  institution: string
  nameArabic: string
  nameLatin: string
  initials: string
  press: (target: Locator) => Promise<void>
}

const inMain = (page: Page) => page.getByRole('main')

/** Signs up, from the page that asks her to sign in until the letter is sent. */
export async function signUp(page: Page, her: Traveller) {
  const { locale, press } = her
  const link = inMain(page).getByRole('link', { name: t(locale, 'nav.signUp') })
  // A tap while the page's fonts are still loading may miss; a person taps again.
  await expect(async () => {
    if (!page.url().includes('/sign-up')) await press(link)
    await expect(page).toHaveURL(/\/sign-up/)
  }).toPass()
  await page.getByLabel(t(locale, 'fields.email')).fill(her.email)
  await press(inMain(page).getByRole('button', { name: t(locale, 'nav.signUp') }))
  await expect(page.getByRole('status')).toHaveText(t(locale, 'account.signUp.sent'))
}

/**
 * Says who she is on the page that the letter links to, and sets her password. She is then signed in, back at the page
 * that she came from: by default the course.
 */
export async function confirm(page: Page, her: Traveller, from = `/${her.locale}/courses/${COURSE}`) {
  const { locale, email, password, press } = her
  await expect.poll(() => mailTo(email, readSiteSettings().DATA_DIR).length).toBe(1)
  const [mail] = mailTo(email, readSiteSettings().DATA_DIR)
  await page.goto(linkIn(mail).href)
  await expect(page.getByLabel(t(locale, 'fields.email'))).toHaveValue(email)
  await page.getByLabel(t(locale, 'fields.nameArabic')).fill(her.nameArabic)
  await page.getByLabel(t(locale, 'fields.nameLatin')).fill(her.nameLatin)
  const label = t(locale, `fields.functions.${her.function}`)
  await page.getByLabel(t(locale, 'fields.function')).selectOption({ label })
  await page.getByLabel(t(locale, 'fields.institution')).fill(her.institution)
  await page.getByLabel(t(locale, 'fields.password'), { exact: true }).fill(password)
  await press(page.getByRole('button', { name: t(locale, 'account.confirm.button') }))
  await expect(page).toHaveURL(from)
}

/** Downloads the PDF and the credential. @returns the share link. */
export async function takePaper(page: Page, { locale, press }: Traveller): Promise<string> {
  await expect(inMain(page)).toContainText(t(locale, 'verify.status.valid'))
  const downloads = [
    { link: t(locale, 'certificate.pdf'), file: /^certificate-.+\.pdf$/ },
    { link: t(locale, 'certificate.credential'), file: /^certificate-.+\.json$/ },
  ]
  for (const { link, file } of downloads) {
    const download = page.waitForEvent('download')
    await press(page.getByRole('link', { name: link }))
    expect((await download).suggestedFilename()).toMatch(file)
    expect(await (await download).failure()).toBeNull()
  }
  return (await page.getByRole('link', { name: '/verify/' }).getAttribute('href')) ?? ''
}

/** The steps of a registrar who has the printed certificate: she types its number, then names as people write them. */
export async function verify(
  page: Page,
  { locale, initials, nameLatin }: Pick<Traveller, 'locale' | 'initials' | 'nameLatin'>,
  number: string,
  names: readonly (readonly [string, 'matches' | 'differs'])[],
) {
  await page.goto(`/${locale}/verify`)
  await page.getByLabel(t(locale, 'certificate.number')).fill(number.toLowerCase())
  await page.getByRole('button', { name: t(locale, 'verify.submit') }).click()
  await expect(inMain(page)).toContainText(t(locale, 'verify.status.valid'))
  await expect(inMain(page)).toContainText(initials)
  await expect(inMain(page)).not.toContainText(nameLatin)

  for (const [name, answer] of names) {
    await page.getByLabel(t(locale, 'verify.nameLabel')).fill(name)
    await page.getByRole('button', { name: t(locale, 'verify.nameSubmit') }).click()
    await expect(page.getByRole('status')).toHaveText(t(locale, `verify.answer.${answer}`))
  }
}
