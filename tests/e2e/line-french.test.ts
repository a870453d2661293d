import { examRuleOf } from '@/domain/course/graded'
import { answerAll, examPath } from '../support/e2e/answering'
import { readLesson } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

test.use({ viewport: { width: 1280, height: 800 }, locale: 'fr-MA' })

test('a prosecutor finishes the course in French, passes and downloads her certificate', async ({
  page,
  course,
  login,
  completeLessons,
}) => {
  const names = { nameArabic: 'هند بنجلون', nameLatin: 'Hind Benjelloun-Touimi' }
  const someone = await login({ ...names, locale: 'fr', function: 'prosecutor', enrolledIn: [COURSE] })
  await completeLessons(someone, course.lessons.length - 1)
  const last = course.lessons.at(-1)
  if (!last) throw new Error('the course has no lesson')

  await page.goto(`/fr/courses/${COURSE}`)
  await page.getByRole('link', { name: t('fr', 'course.continueAt', { lesson: words(last.file.title, 'fr') }) }).click()
  await readLesson(page, last, 'fr')
  await expect(page).toHaveURL(examPath('fr', COURSE))
  await page.getByRole('button', { name: t('fr', 'exam.start') }).click()
  await answerAll(page, course, 'fr')
  await page.getByRole('button', { name: t('fr', 'exam.check.handIn') }).click()

  const possible = examRuleOf(course).questions
  const score = { score: possible, possible, threshold: examRuleOf(course).passRate * possible }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fr', 'exam.result.passed'))
  await expect(page.getByRole('main')).toContainText(t('fr', 'exam.result.score', score))
  await page.getByRole('link', { name: t('fr', 'exam.result.certificate') }).click()
  await expect(page.getByRole('main')).toContainText(names.nameLatin)
  await expect(page.getByRole('main')).toContainText(names.nameArabic)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: t('fr', 'certificate.pdf') }).click()
  expect((await download).suggestedFilename()).toMatch(/^certificate-.+\.pdf$/)
})
