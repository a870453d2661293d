import { answerAll, examPath } from '../support/e2e/answering'
import { confirm, signUp, type Traveller, takePaper, verify } from '../support/e2e/line'
import { readLesson } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

// A typical phone of a judge.
test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'ar-MA' })

const HER: Omit<Traveller, 'email'> = {
  locale: 'ar',
  password: 'ثلاثة ملفات هذا الصباح',
  function: 'judge',
  institution: 'المحكمة الابتدائية بفاس',
  nameArabic: 'آمنة بنت الإدريسي',
  nameLatin: 'Amina Bént El Idrissi',
  initials: 'آ. ب. إ.',
  press: (target) => target.tap(),
}
const WRITTEN = [
  ['امنه بنت الادريسى', 'matches'],
  ['AMINA BENT EL IDRISSI', 'matches'],
  ['أمينة الإدريسي', 'differs'],
  ['Fatima Alaoui', 'differs'],
] as const

test('a judge signs up, learns, passes and holds a certificate that a registrar verifies', async ({
  page,
  browser,
  course,
  newEmail,
}) => {
  test.setTimeout(180_000)
  const her = { ...HER, email: newEmail }
  await page.goto('/')
  await expect(page).toHaveURL('/ar')
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
  await signUp(page, her)
  await confirm(page, her)
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
  const shareLink = await takePaper(page, her)
  const number = new URL(shareLink).pathname.split('/').at(-1) ?? ''

  const registrar = await browser.newPage()
  await verify(registrar, her, number, WRITTEN)
  await registrar.goto(shareLink)
  await expect(registrar.getByRole('main')).toContainText(her.nameArabic)
  await expect(registrar.getByRole('main')).toContainText(her.nameLatin)
  await registrar.context().close()
})
