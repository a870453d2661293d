import { examPath } from '../support/e2e/answering'
import { giveByKeys, tabTo } from '../support/e2e/keyboard'
import { doneButton, endOf, nextLink, practiceCard } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

test('a lesson is practised and finished with the keyboard alone', async ({ page, course, login }) => {
  await login({ enrolledIn: [COURSE] })
  const [lesson, next] = course.lessons
  if (!lesson || !next) throw new Error('the course has too few lessons')
  await page.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}`)
  await tabTo(page, page.getByRole('link', { name: t('ar', 'nav.skip') }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#main$/)

  for (const question of lesson.practice) {
    const card = practiceCard(page, question, 'ar')
    await giveByKeys(page, question, 'ar')
    await tabTo(page, card.getByRole('button', { name: t('ar', 'practice.check') }))
    await page.keyboard.press('Enter')
    // The feedback takes the focus, so that it is read out and the next Tab continues from there.
    await expect(card.getByRole('status')).toBeFocused()
    await expect(card.getByRole('status')).toContainText(t('ar', 'practice.correct'))
  }
  await tabTo(page, doneButton(page, 'ar'))
  // The script has ticked the conditions of the lesson, without another request for the page.
  const ticked = endOf(page, 'ar')
    .getByRole('listitem')
    .filter({ hasText: t('ar', 'course.done') })
  await expect(ticked).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/ar/courses/${COURSE}/lessons/${lesson.file.id}#lesson-end`)
  await expect(endOf(page, 'ar')).toContainText(t('ar', 'lesson.finished'))
  await tabTo(page, nextLink(page, 'ar'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/ar/courses/${COURSE}/lessons/${next.file.id}/`))
})

test('exam questions are answered, flagged and checked with the keyboard alone', async ({ page, course, sit }) => {
  const { attempt } = await sit()
  const ofEachKind = Object.values(
    Object.fromEntries(
      attempt.questions.flatMap(({ questionId, position }) => {
        const question = course.bank.find(({ id }) => id === questionId)
        return question ? [[question.kind, { question, position }]] : []
      }),
    ),
  )
  for (const { question, position } of ofEachKind) {
    await page.goto(examPath('ar', COURSE, position))
    await giveByKeys(page, question, 'ar')
    await tabTo(page, page.getByRole('checkbox', { name: t('ar', 'exam.flag') }))
    await page.keyboard.press('Space')
    const toCheck = position === attempt.questions.length
    await tabTo(page, page.getByRole('button', { name: t('ar', toCheck ? 'exam.toCheck' : 'exam.next') }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(examPath('ar', COURSE, toCheck ? 'check' : position + 1))
  }

  await page.goto(examPath('ar', COURSE, 1))
  const map = page.getByRole('navigation', { name: t('ar', 'exam.map') })
  await tabTo(page, map.getByRole('button', { name: t('ar', 'exam.check.title') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('ar', 'exam.check.title'))
  const state = `${t('ar', 'exam.answered')} ${t('ar', 'exam.flagged')}`
  await expect(map.getByRole('link').filter({ hasText: state })).toHaveCount(ofEachKind.length)
})

test('the menu of a narrow window opens, is walked and closes with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/ar')
  const button = page.getByRole('button', { name: t('ar', 'nav.menu') })
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  const link = page.getByRole('banner').getByRole('link', { name: t('ar', 'nav.learning') })
  await tabTo(page, link)
  await page.keyboard.press('Escape')
  await expect(link).toBeHidden()
  await expect(button).toBeFocused()
})
