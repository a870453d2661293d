import { LOCALES } from '@/domain/locale'
import { examPath } from '../support/e2e/answering'
import { practise } from '../support/e2e/reading'
import { CLOSED_COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

const COURSE_PAGE = `/ar/courses/${CLOSED_COURSE}`

for (const role of [null, 'newcomer'] as const) {
  test(`the closed course is listed with how to ask for it, and nothing to open (${role ?? 'nobody'})`, async ({
    page,
    as,
    courses,
  }) => {
    const title = courses[CLOSED_COURSE]?.file.title
    if (!title) throw new Error('no closed course')
    await as(role)
    for (const locale of LOCALES) {
      const main = page.getByRole('main')
      await page.goto(`/${locale}/courses`)
      await main.getByRole('link', { name: words(title, locale), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(title, locale))
      await expect(main).toContainText(t(locale, 'course.howToAsk'))
      await expect(main.getByRole('button')).toHaveCount(0)
      await expect(main.locator('a[href*="/lessons/"], a[href$="/exam"]')).toHaveCount(0)
    }
  })
}

test('a stranger is refused every lesson and the exam of the closed course', async ({
  request,
  page,
  as,
  context,
  courses,
}) => {
  const outline = courses[CLOSED_COURSE]?.file.outline ?? []
  const routes = [...outline.map((id) => `${COURSE_PAGE}/lessons/${id}`), examPath('ar', CLOSED_COURSE)]
  await as('newcomer')
  for (const route of routes) {
    const signedOut = await request.get(route, { maxRedirects: 0, headers: { cookie: '' } })
    expect(signedOut.status(), route).toBe(303)
    expect(signedOut.headers().location).toBe(`/ar/sign-in?next=${encodeURIComponent(route)}`)
    expect((await context.request.get(route)).status(), route).toBe(403)
  }

  await page.goto(routes[0] ?? '')
  await expect(page.getByRole('main')).toContainText(t('ar', 'errors.course-closed'))
})

test('a learner of the closed course reads, practises and finds the exam after the lessons', async ({
  page,
  login,
  rows,
  courses,
}) => {
  await rows.admitToClosed(await login(), CLOSED_COURSE)
  const [lesson] = courses[CLOSED_COURSE]?.lessons ?? []
  const [question] = lesson?.practice ?? []
  if (!lesson || !question) throw new Error('the closed course has no practice')
  await page.goto(COURSE_PAGE)
  await page.getByRole('link', { name: t('ar', 'course.startAt', { lesson: words(lesson.file.title, 'ar') }) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(lesson.file.title, 'ar'))
  await practise(page, question, 'ar')

  await page.goto(examPath('ar', CLOSED_COURSE))
  await expect(page.getByRole('main')).toContainText(t('ar', 'exam.locked'))
})
