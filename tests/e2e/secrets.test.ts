import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LOCALES } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import { examPath, wrongAnswer } from '../support/e2e/answering'
import { COURSE, expect, test } from '../support/e2e/test'
import { words } from '../support/e2e/texts'

/** Sentences that would reveal the answer, as the page would contain them. */
function secrets(question: QuestionKey): string[] {
  const texts = [question.explanation, ...question.options.map(({ feedback }) => feedback)]
  return LOCALES.flatMap((locale) => texts.map((text) => words(text, locale)))
}

/** The text of HTML, without tags, with entities decoded and white space collapsed. */
function read(html: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => characters[name] ?? '')
    .replace(/\s+/g, ' ')
}

function leaked(text: string, questions: readonly QuestionKey[]): string[] {
  return questions.flatMap(secrets).filter((secret) => text.includes(secret))
}

test('the check finds feedback on a page that has some', async ({ course, as, page }) => {
  await as('exhausted')
  await page.goto(examPath('ar', COURSE, 'result'))

  expect(leaked(read(await page.content()), course.bank).length).toBeGreaterThan(20)
})

for (const locale of LOCALES) {
  test(`no exam page holds a key before the hand-in (${locale})`, async ({ course, as, context, cast }) => {
    await as('sitter')
    const pages = ['check', ...cast.attempt.questions.map(({ position }) => position)] as ('check' | number)[]
    for (const page of pages) {
      const response = await context.request.get(examPath(locale, COURSE, page))
      // Requested in the way of Next's own router, it is the same page and not a payload.
      const payload = await context.request.get(examPath(locale, COURSE, page), { headers: { rsc: '1' } })
      const html = (await response.text()) + (await payload.text())
      expect(response.status()).toBe(200)
      expect(html).not.toMatch(/<[^>]*(correct|feedback|explanation)/i)
      expect(leaked(read(html), course.bank)).toEqual([])
    }
  })
}

test('after a failed attempt with attempts left the result holds no key', async ({ course, as, context }) => {
  await as('failed')
  const response = await context.request.get(examPath('ar', COURSE, 'result'))

  expect(response.status()).toBe(200)
  expect(leaked(read(await response.text()), course.bank)).toEqual([])
})

test('a lesson holds no key of its questions before they are answered', async ({ course, request }) => {
  for (const lesson of course.lessons) {
    const html = await (await request.get(`/ar/courses/${COURSE}/lessons/${lesson.file.id}`)).text()
    expect(leaked(read(html), lesson.practice)).toEqual([])
    expect(html).not.toContain('data-feedback')
  }
})

test('the response to a saved answer says only that it is saved', async ({ course, sit, context }) => {
  const { attempt } = await sit()
  for (const { position, questionId } of attempt.questions) {
    const question = course.bank.find(({ id }) => id === questionId)
    if (!question) continue
    const saved = { position, answer: wrongAnswer(question), ageMs: 0 }
    const response = await context.request.put('/api/exam/answers', {
      data: { courseId: COURSE, attemptId: attempt.id, saved },
    })
    expect(await response.json()).toEqual({ outcome: 'saved' })
  }
})

test('no script of the site holds a question or a key', ({ course }) => {
  const scripts = ['public/assets', '.next/static'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => path.join(folder, name)),
  )
  const questions = [...course.bank, ...course.lessons.flatMap(({ practice }) => practice)]
  const told = questions.flatMap((question) => [
    ...secrets(question),
    ...LOCALES.map((locale) => words(question.stem, locale)),
  ])
  expect(scripts.length).toBeGreaterThan(5)
  for (const script of scripts) {
    const source = readFileSync(script, 'utf8')
    expect(told.filter((text) => source.includes(text))).toEqual([])
    expect(source).not.toMatch(/\.correct\b|"correct"/)
  }
})
