import { examRuleOf } from '@/domain/course/graded'
import { answerAll, examPath } from '../support/e2e/answering'
import { confirm, signUp, type Traveller, takePaper, verify } from '../support/e2e/line'
import { readLesson } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

test.use({ viewport: { width: 1280, height: 800 }, locale: 'fr-MA' })

const HER: Omit<Traveller, 'email'> = {
  locale: 'fr',
  password: 'trois dossiers ce matin',
  function: 'prosecutor',
  institution: 'Tribunal de première instance de Rabat',
  nameArabic: 'هند بنجلون',
  nameLatin: 'Hind Benjelloun-Touimi',
  initials: 'H. B. T.',
  press: (target) => target.click(),
}
const WRITTEN = [
  ['hind benjelloun touimi', 'matches'],
  ['هند بن جلون', 'matches'],
  ['Hind Touimi', 'differs'],
] as const

test('a prosecutor signs up, learns, passes in French and holds a certificate that a registrar verifies', async ({
  page,
  browser,
  course,
  newEmail,
}) => {
  test.setTimeout(180_000)
  const her = { ...HER, email: newEmail }
  await page.goto('/')
  await expect(page).toHaveURL('/fr')
  await page
    .getByRole('main')
    .getByRole('link', { name: words(course.file.title, 'fr'), exact: true })
    .click()

  const [first] = course.lessons
  const startCourse = page.getByRole('button', {
    name: t('fr', 'course.startAt', { lesson: words(first?.file.title ?? course.file.title, 'fr') }),
  })
  await startCourse.click()
  await signUp(page, her)
  await confirm(page, her)
  await startCourse.click()
  for (const lesson of course.lessons) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(lesson.file.title, 'fr'))
    await readLesson(page, lesson, 'fr')
  }

  await expect(page).toHaveURL(examPath('fr', COURSE))
  await page.getByRole('button', { name: t('fr', 'exam.start') }).click()
  await answerAll(page, course, 'fr')
  await page.getByRole('button', { name: t('fr', 'exam.check.handIn') }).click()

  const possible = examRuleOf(course).questions
  const score = { score: possible, possible, threshold: examRuleOf(course).passRate * possible }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fr', 'exam.result.passed'))
  await expect(page.getByRole('main')).toContainText(t('fr', 'exam.result.score', score))
  await page.getByRole('link', { name: t('fr', 'exam.result.certificate') }).click()
  await expect(page.getByRole('main')).toContainText(her.nameArabic)
  const shareLink = await takePaper(page, her)
  const number = new URL(shareLink).pathname.split('/').at(-1) ?? ''

  const registrar = await browser.newPage()
  await verify(registrar, her, number, WRITTEN)
  await registrar.goto(shareLink)
  await expect(registrar.getByRole('main')).toContainText(her.nameLatin)
  await registrar.context().close()
})
