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

for (const locale of LOCALES) {
  test(`the brochure and the poster can be loaded, and are as large as the page says (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/courses/${PUBLIC_COURSE}`)
    for (const kind of ['brochure', 'poster'] as const) {
      const link = page.getByRole('link', { name: t(locale, `course.handout.${kind}`), exact: true })
      const response = await page.request.get((await link.getAttribute('href')) ?? '')

      expect(response.status()).toBe(200)
      expect(response.headers()).toMatchObject({
        'content-type': 'application/pdf',
        'content-language': locale,
        'content-disposition': `attachment; filename="awareness-${kind}-${locale}.pdf"`,
      })
      const body = await response.body()
      expect(body.subarray(0, 5).toString()).toBe('%PDF-')
      await expect(page.getByRole('main')).toContainText(
        new RegExp(`PDF(, | حجمه )${Math.ceil(body.length / 1000)}\\s`),
      )
    }
  })
}

test('a paper is not found for a course without papers, nor under another name', async ({ request }) => {
  for (const path of ['fundamentals/handout/poster-ar', 'awareness/handout/poster-de', 'awareness/handout/book-ar']) {
    expect((await request.get(`/api/courses/${path}.pdf`)).status(), path).toBe(404)
  }
})

test('the film of a lesson is loaded only when it is played, with captions in the language of the page', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`/ar/courses/${PUBLIC_COURSE}/lessons/signs`)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => /film\.(webm|mp4)$/.test(path))).toEqual([])

  const film = page.locator('video')
  await film.evaluate((video: HTMLVideoElement) => video.play())
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0.2)
  expect(asked.some((path) => path.endsWith('/film.webm'))).toBe(true)
  const shown = await film.evaluate((video: HTMLVideoElement) => {
    video.pause()
    const [track] = [...video.textTracks].filter(({ mode }) => mode === 'showing')
    return { seconds: video.duration, language: track?.language, first: (track?.cues?.[0] as VTTCue | undefined)?.text }
  })
  expect(shown).toMatchObject({ language: 'ar', first: expect.stringContaining('للاستغلال') })
  expect(shown.seconds).toBeCloseTo(52.5, 0)
})

test('a range request gets a part of the film', async ({ request }) => {
  for (const [file, type] of [
    ['film.webm', 'video/webm'],
    ['film.mp4', 'video/mp4'],
  ] as const) {
    const response = await request.get(`/media/see-and-call/${file}`, { headers: { range: 'bytes=100-199' } })

    expect(response.status()).toBe(206)
    expect(response.headers()).toMatchObject({ 'content-type': type, 'content-length': '100' })
  }
})
