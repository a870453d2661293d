import { answerAll, examPath, give } from '../support/e2e/answering'
import { doneButton, endOf, practiceCard, practise } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

test.use({ javaScriptEnabled: false })

test('without JavaScript home, course and lesson can be read, and practice answered', async ({ page, course }) => {
  await page.goto('/ar')
  await expect(page.getByRole('main')).toContainText(t('ar', 'home.title'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('20:50')
  await page
    .getByRole('main')
    .getByRole('link', { name: words(course.file.title, 'ar'), exact: true })
    .click()
  const [lesson] = course.lessons
  const [question] = lesson?.practice ?? []
  if (!lesson || !question) throw new Error('the first lesson has no practice')
  await page
    .getByRole('region', { name: t('ar', 'course.outline') })
    .getByRole('link', { name: words(lesson.file.title, 'ar') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(lesson.file.title, 'ar'))

  const card = practiceCard(page, question, 'ar')
  await give(card, question, question.correct, 'ar')
  await card.getByRole('button', { name: t('ar', 'practice.check') }).click()
  await expect(card.getByRole('status')).toContainText(t('ar', 'practice.correct'))
  await expect(card).toBeInViewport()
})

test('without JavaScript a lesson is done once its questions are answered, and can be taken back', async ({
  page,
  course,
  login,
}) => {
  await login({ enrolledIn: [COURSE] })
  const [lesson] = course.lessons
  if (!lesson) throw new Error('the course has no lesson')
  await page.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}`)
  await doneButton(page, 'ar').click()
  const end = endOf(page, 'ar')
  await expect(end.getByRole('alert')).toHaveText(t('ar', 'lesson.unfinished'))
  await expect(end).toBeInViewport()

  for (const question of lesson.practice) {
    await end.getByRole('link', { name: t('ar', 'lesson.nextQuestion') }).click()
    await expect(page).toHaveURL(new RegExp(`#quiz-${question.id}$`))
    await practise(page, question, 'ar')
  }
  await doneButton(page, 'ar').click()
  await expect(end).toContainText(t('ar', 'lesson.finished'))
  await end.getByRole('button', { name: t('ar', 'lesson.notDone') }).click()
  await expect(doneButton(page, 'ar')).toBeVisible()
})

const MISSING = {
  single: 'chooseOne',
  'true-false': 'chooseOne',
  matching: 'matchOne',
  ordering: 'incomplete',
} as const

for (const [kind, sentence] of Object.entries(MISSING)) {
  test(`without JavaScript a question left open says what is missing (${kind})`, async ({ page, course }) => {
    const asked = course.lessons.flatMap(({ file, practice }) => practice.map((question) => ({ file, question })))
    const { file, question } = asked.find((each) => each.question.kind === kind) ?? {}
    if (!file || !question) throw new Error(`the course asks no ${kind} question`)
    await page.goto(`/ar/courses/${COURSE}/lessons/${file.id}`)

    const card = practiceCard(page, question, 'ar')
    await card.getByRole('button', { name: t('ar', 'practice.check') }).click()
    await expect(card).toContainText(t('ar', `practice.${sentence}`))
    await expect(card.getByRole('status')).toHaveCount(0)
  })
}

test('without JavaScript she signs in and comes back where she was', async ({ page, login }) => {
  const someone = await login({ enrolledIn: [COURSE] }, null)
  await page.goto(examPath('ar', COURSE))
  await page.getByLabel(t('ar', 'fields.email')).fill(someone.email)
  await page.getByLabel(t('ar', 'fields.password'), { exact: true }).fill('not this one')
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'nav.signIn') })
    .click()
  await expect(page.getByRole('alert')).toContainText(t('ar', 'errors.wrong-credentials'))
  await expect(page.getByLabel(t('ar', 'fields.email'))).toHaveValue(someone.email)

  await page.getByLabel(t('ar', 'fields.password'), { exact: true }).fill(someone.password)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'nav.signIn') })
    .click()
  await expect(page).toHaveURL(examPath('ar', COURSE))
  await expect(page.getByRole('main')).toContainText(t('ar', 'exam.locked'))
})

test('without JavaScript the exam is sat to its end', async ({ page, course, login, completeLessons }) => {
  const someone = await login({ enrolledIn: [COURSE] })
  await completeLessons(someone)
  await page.goto(examPath('ar', COURSE))
  await page.getByRole('button', { name: t('ar', 'exam.start') }).click()
  await answerAll(page, course, 'ar')
  await page.getByRole('button', { name: t('ar', 'exam.check.handIn') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('ar', 'exam.result.passed'))
})
