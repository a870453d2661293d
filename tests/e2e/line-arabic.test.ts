import type { Page } from '@playwright/test'
import { answerAll, examPath } from '../support/e2e/answering'
import { readLesson } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'
import { readSiteSettings } from '../support/e2e-settings'
import { linkIn, mailTo } from '../support/outbox'

// A phone of the kind a court's judge carries.
test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'ar-MA' })

const NAMES = { nameArabic: 'آمنة بنت الإدريسي', nameLatin: 'Amina Bént El Idrissi' }
const PASSWORD = 'ثلاثة ملفات هذا الصباح'

test('a judge signs up, learns, passes and holds a certificate that a registrar verifies', async ({
  page,
  browser,
  course,
  newEmail,
}) => {
  test.setTimeout(180_000)
  await page.goto('/')
  await expect(page).toHaveURL('/ar')
  await page
    .getByRole('main')
    .getByRole('link', { name: t('ar', 'learning.seeCourses') })
    .tap()
  await page
    .getByRole('main')
    .getByRole('link', { name: words(course.file.title, 'ar'), exact: true })
    .tap()
  await expect(page).toHaveURL(`/ar/courses/${COURSE}`)

  const [first] = course.lessons
  const startCourse = page.getByRole('button', {
    name: t('ar', 'course.startAt', { lesson: words(first?.file.title ?? course.file.title, 'ar') }),
  })
  await startCourse.tap()
  await signUp(page, newEmail)
  await confirm(page, newEmail)
  await signIn(page, newEmail)

  await expect(page).toHaveURL(`/ar/courses/${COURSE}`)
  await startCourse.tap()
  for (const lesson of course.lessons) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(lesson.file.title, 'ar'))
    await readLesson(page, lesson, 'ar')
  }

  await expect(page).toHaveURL(examPath('ar', COURSE))
  await page.getByRole('button', { name: t('ar', 'exam.start') }).tap()
  await answerAll(page, course, 'ar')
  await expect(page.getByRole('main')).toContainText(t('ar', 'exam.check.allAnswered'))
  await page.getByRole('button', { name: t('ar', 'exam.check.handIn') }).tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('ar', 'exam.result.passed'))

  await page.getByRole('link', { name: t('ar', 'exam.result.certificate') }).tap()
  const shareLink = await takePaper(page)
  const number = new URL(shareLink).pathname.split('/').at(-1) ?? ''

  const registrar = await browser.newPage()
  await verify(registrar, number)
  await registrar.goto(shareLink)
  await expect(registrar.getByRole('main')).toContainText(NAMES.nameArabic)
  await expect(registrar.getByRole('main')).toContainText(NAMES.nameLatin)
  await registrar.context().close()
})

async function signUp(page: Page, email: string) {
  const link = page.getByRole('main').getByRole('link', { name: t('ar', 'nav.signUp') })
  // A finger that comes down while the letters of the page still arrive may miss; a person taps again.
  await expect(async () => {
    await link.tap({ timeout: 3000 })
    await expect(page).toHaveURL(/\/sign-up/, { timeout: 3000 })
  }).toPass()
  await page.getByLabel(t('ar', 'fields.nameArabic')).fill(NAMES.nameArabic)
  await page.getByLabel(t('ar', 'fields.nameLatin')).fill(NAMES.nameLatin)
  await page.getByLabel(t('ar', 'fields.email')).fill(email)
  await page.getByLabel(t('ar', 'fields.password'), { exact: true }).fill(PASSWORD)
  await page.getByLabel(t('ar', 'fields.function')).selectOption({ label: t('ar', 'fields.functions.judge') })
  await page.getByLabel(t('ar', 'fields.institution')).fill('المحكمة الابتدائية بفاس')
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'nav.signUp') })
    .tap()
  await expect(page.getByRole('status')).toContainText(email)
}

async function confirm(page: Page, email: string) {
  await expect.poll(() => mailTo(email, readSiteSettings().DATA_DIR).length).toBe(1)
  const [mail] = mailTo(email, readSiteSettings().DATA_DIR)
  await page.goto(linkIn(mail).href)
  await page.getByRole('button', { name: t('ar', 'account.confirm.button') }).tap()
  await expect(page.getByRole('status')).toHaveText(t('ar', 'account.notices.confirmed'))
}

async function signIn(page: Page, email: string) {
  await page.getByLabel(t('ar', 'fields.email')).fill(email)
  await page.getByLabel(t('ar', 'fields.password'), { exact: true }).fill(PASSWORD)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'nav.signIn') })
    .tap()
}

/** Downloads the paper and the credential. @returns the share link. */
async function takePaper(page: Page): Promise<string> {
  await expect(page.getByRole('main')).toContainText(t('ar', 'verify.status.valid'))
  const downloads = [
    { link: t('ar', 'certificate.pdf'), file: /^certificate-.+\.pdf$/ },
    { link: t('ar', 'certificate.credential'), file: /^certificate-.+\.json$/ },
  ]
  for (const { link, file } of downloads) {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: link }).tap()
    expect((await download).suggestedFilename()).toMatch(file)
    expect(await (await download).failure()).toBeNull()
  }
  return (await page.getByRole('link', { name: '/verify/' }).getAttribute('href')) ?? ''
}

/** What a registrar does with the paper in her hand. */
async function verify(page: Page, number: string) {
  await page.goto('/ar/verify')
  await page.getByLabel(t('ar', 'certificate.number')).fill(number.toLowerCase())
  await page.getByRole('button', { name: t('ar', 'verify.submit') }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText(t('ar', 'verify.status.valid'))
  await expect(main).toContainText('A. B. E.')
  await expect(main).not.toContainText(NAMES.nameLatin)

  const answers = [
    ['امنه بنت الادريسى', 'matches'],
    ['AMINA BENT EL IDRISSI', 'matches'],
    ['أمينة الإدريسي', 'differs'],
    ['Fatima Alaoui', 'differs'],
  ] as const
  for (const [name, answer] of answers) {
    await page.getByLabel(t('ar', 'verify.nameLabel')).fill(name)
    await page.getByRole('button', { name: t('ar', 'verify.nameSubmit') }).click()
    await expect(page.getByRole('status')).toHaveText(t('ar', `verify.answer.${answer}`))
  }
}
