import { isolate } from '@/components/ui/ref'
import { examRuleOf } from '@/domain/course/graded'
import { formatDuration } from '@/i18n/duration'
import { formatPercent } from '@/i18n/translator'
import { COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

const LANGUAGES = ['العربية', 'français', 'English']

test('a course shows which conditions of its certificate are met, the time left and its languages', async ({
  page,
  course,
  login,
  completeLessons,
  startAttempt,
  rows,
}) => {
  const someone = await login({ enrolledIn: [COURSE] })
  const total = course.lessons.length
  const rule = examRuleOf(course)
  const conditions = page.getByRole('region', { name: t('fr', 'course.certificateTakes') })
  const lessons = (done: number) => conditions.getByText(t('fr', 'course.conditionLessons', { done, total }))
  const rate = formatPercent(rule.passRate, 'fr')
  const questions = t('fr', 'plural.questions', { count: rule.questions })
  const exam = conditions.getByText(t('fr', 'course.conditionExam', { rate, questions }))
  const open = async () => page.goto(`/fr/courses/${COURSE}`)

  await completeLessons(someone, 2)
  await open()
  await expect(lessons(2)).toContainText(t('fr', 'course.notDone'))
  await expect(exam).toContainText(t('fr', 'course.notDone'))
  await expect(conditions).toContainText(t('fr', 'course.ownRule'))
  const left = course.file.outline
    .slice(2)
    .reduce(
      (sum, id) => sum + (course.lessons.find(({ file }) => file.id === id)?.file.minutes ?? 0),
      course.file.examMinutes ?? 0,
    )
  const main = page.getByRole('main')
  await expect(main).toContainText(t('fr', 'course.minutesLeft', { minutes: formatDuration(left, 'fr') }))
  await expect(main).toContainText(t('fr', 'course.languages', { list: LANGUAGES.map(isolate).join(', ') }))

  await completeLessons(someone)
  await startAttempt(someone)
  await rows.handIn(someone, COURSE, 'right')
  await open()
  await expect(lessons(total)).toContainText(t('fr', 'course.done'))
  await expect(exam).toContainText(t('fr', 'course.done'))
  await expect(main).not.toContainText(t('fr', 'course.minutesLeft', { minutes: '' }).trim())
})

test('an Arabic page names the languages of a course from right to left', async ({ page }) => {
  await page.goto(`/ar/courses/${COURSE}`)
  await page.getByText(t('ar', 'course.about'), { exact: true }).click()

  const line = page.getByRole('listitem').filter({ hasText: 'English' })
  const places = await line.evaluate((element, names) => {
    const text = element.firstChild as Text
    return names.map((name) => {
      const range = document.createRange()
      range.setStart(text, text.data.indexOf(name))
      range.setEnd(text, text.data.indexOf(name) + name.length)
      return range.getBoundingClientRect().x
    })
  }, LANGUAGES)
  expect(places).toEqual(places.toSorted((a, b) => b - a))
})

for (const enrolled of [false, true]) {
  const reader = enrolled ? 'a learner' : 'a visitor'
  test(`on a phone ${reader} finds the one button of a course in the first screen`, async ({ page, login, course }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    if (enrolled) await login({ enrolledIn: [COURSE], locale: 'ar' })
    await page.goto(`/ar/courses/${COURSE}`)

    const main = page.getByRole('main')
    const button = main.locator('.btn.primary:visible')
    await expect(button).toHaveCount(1)
    await expect(button).toBeInViewport({ ratio: 1 })
    await expect(main.locator('.cover')).toBeHidden()
    const plan = main.getByRole('region', { name: t('ar', 'course.outline') })
    for (const { file } of course.lessons) {
      const [first, second] = file.objectives
      if (first) await expect(plan.getByText(words(first, 'ar'), { exact: true })).toBeVisible()
      if (second) await expect(plan.getByText(words(second, 'ar'), { exact: true })).toBeHidden()
    }
  })
}
