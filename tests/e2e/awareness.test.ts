import { LOCALES } from '@/domain/locale'
import { doneButton, nextLink, practiseAll } from '../support/e2e/reading'
import { expect, PUBLIC_COURSE, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

for (const locale of LOCALES) {
  test(`anybody reads the public course and practises, without an account and without an exam (${locale})`, async ({
    page,
    context,
    courses,
  }) => {
    const course = courses[PUBLIC_COURSE]
    const [first] = course?.lessons ?? []
    if (!course || !first) throw new Error('the public course has no lesson')
    const main = page.getByRole('main')
    const coursePage = `/${locale}/courses/${PUBLIC_COURSE}`
    await page.goto(`/${locale}`)
    await main.getByRole('link', { name: words(course.file.title, locale), exact: true }).click()
    await expect(page).toHaveURL(coursePage)
    await expect(main).toContainText(t(locale, 'course.access.public'))
    await expect(main).not.toContainText(t(locale, 'course.finalExam'))
    await expect(main).not.toContainText(t(locale, 'course.certificateTakes'))

    const lesson = words(first.file.title, locale)
    await main.getByRole('link', { name: t(locale, 'course.startAt', { lesson }) }).click()
    for (const each of course.lessons) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(each.file.title, locale))
      await expect(main.getByRole('link', { name: t(locale, 'lesson.signInToKeep') })).toHaveCount(0)
      await practiseAll(page, each, locale)
      await expect(doneButton(page, locale)).toHaveCount(0)
      await nextLink(page, locale).click()
    }
    await expect(page).toHaveURL(coursePage)
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('session')
  })
}

test('the public course has no exam for anybody', async ({ as, context }) => {
  await as('newcomer')
  const exam = `/ar/courses/${PUBLIC_COURSE}/exam`

  expect((await context.request.get(exam)).status()).toBe(403)
  expect((await context.request.post(`${exam}/start`, { form: {} })).status()).toBe(403)
})
