import { LOCALES } from '@/domain/locale'
import { libraryPages } from '../support/e2e/library-pages'
import { expect, test } from '../support/e2e/test'
import { visitPage } from '../support/e2e/visit-page'
import { addressOf, linksIn, visitAll } from '../support/e2e/walk'

for (const locale of LOCALES) {
  test(`two clicks from home reach every course, provision and decision (${locale})`, async ({
    ask,
    baseURL,
    library,
    courses,
  }) => {
    const home = new URL(`/${locale}`, baseURL)
    const first = linksIn((await visitPage(ask(null), home)).ways, home, locale)
    const pages = new Map(first.map((url) => [addressOf(url), url]))
    const second = await visitAll(ask(null), [...pages.values()])
    const reached = new Set(
      [...first, ...second.flatMap(({ url, page }) => linksIn(page.ways, url, locale))].map(addressOf),
    )

    const expected = [...libraryPages(library), ...Object.keys(courses).map((id) => `/courses/${id}`)]
    expect(expected.filter((path) => !reached.has(`/${locale}${path}`))).toEqual([])
    expect(reached.has(`/${locale}/courses/nowhere`)).toBe(false)
  })
}
