import { LOCALES } from '@/domain/locale'
import { libraryPages } from '../support/e2e/library-pages'
import { CLOSED_COURSE, expect, test } from '../support/e2e/test'
import { visitPage } from '../support/e2e/visit-page'
import { deadLinks, walk } from '../support/e2e/walk'

const SEARCHES = ['q=victime', 'q=victime&kind=law', 'q=الاتجار', 'q=448-1', 'q=448-99', 'q=esclavagiisteme']
const MINUTES = 60_000

for (const locale of LOCALES) {
  test(`no link of a public page is broken (${locale})`, async ({ request, baseURL, library, courses }) => {
    test.setTimeout(10 * MINUTES)
    const starts = ['', ...SEARCHES.map((search) => `/library/search?${search}`)]
    const walked = await walk(
      request,
      starts.map((path) => new URL(`/${locale}${path}`, baseURL)),
      locale,
    )

    expect(deadLinks(walked)).toEqual([])
    expect(walked.pages.size).toBeGreaterThan(300)
    expect(walked.anchors.length).toBeGreaterThan(500)
    const closed = (id: string) => courses[id]?.file.access === 'closed'
    const lessons = Object.values(courses).flatMap(({ file }) =>
      closed(file.id) ? [] : file.outline.map((lesson) => `/courses/${file.id}/lessons/${lesson}`),
    )
    const figures = Object.keys(library.figures).map((id) => `/api/library/figures/${id}?lang=${locale}`)
    const expected = [...libraryPages(library), ...lessons].map((path) => `/${locale}${path}`)
    expect([...expected, ...figures].filter((address) => !walked.pages.has(address))).toEqual([])
  })
}

test('a learner of the closed course finds no broken link', async ({ context, baseURL, login, rows, courses }) => {
  test.setTimeout(10 * MINUTES)
  await rows.admitToClosed(await login(), CLOSED_COURSE)
  const walked = await walk(context.request, [new URL('/ar', baseURL)], 'ar')

  expect(deadLinks(walked)).toEqual([])
  const pages = [...walked.pages.keys()]
  for (const lesson of courses[CLOSED_COURSE]?.file.outline ?? []) {
    expect(pages).toContain(`/ar/courses/${CLOSED_COURSE}/lessons/${lesson}`)
  }
})

test('the passages that a result links to exist', async ({ as, context, baseURL }) => {
  await as('exhausted')
  for (const locale of LOCALES) {
    const result = new URL(`/${locale}/courses/fundamentals/exam/result`, baseURL ?? '')
    const { links } = await visitPage(context.request, result)
    const passages = [...new Set(links.filter((link) => link.includes('/lessons/')))]
    expect(passages.length).toBeGreaterThan(0)
    for (const passage of passages) {
      const to = new URL(passage, result)
      const { status, ids } = await visitPage(context.request, to)
      expect(status, passage).toBe(200)
      expect(ids.has(to.hash.slice(1)), passage).toBe(true)
    }
  }
})
