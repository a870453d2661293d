import type { Page } from '@playwright/test'
import type { Access } from '../support/access/access'
import { DECLARED, TEMPLATES } from '../support/access/declared'
import { openVisits } from '../support/e2e/first-visit'
import { PAGES, type Pattern, patternOf } from '../support/e2e/reach'
import { expect, signIn, test } from '../support/e2e/test'

/** Templates that lead, by an action or by links, to pages whose address no template knows. */
const PAGES_WITH_UNMEASURED_LINKS = [
  'figures of the country, kept',
  'report of an institution, kept',
  'people of a cohort',
  'people of a cohort, an act on all of them',
  'person of a cohort',
  'audit of the platform',
  'grid, handed in',
]
const withStates = (matches: (access: Access) => boolean) =>
  PAGES.filter((page) => DECLARED.some(({ address, access }) => address === page && access && matches(access)))
/**
 * Routes that answer without a page of their own (with a redirect, a file, or “not found”), and pages that only a
 * letter opens.
 */
const NO_PAGE: readonly Pattern[] = withStates((access) =>
  typeof access.states === 'object'
    ? Object.values(access.states).every(({ status = 200 }) => status !== 200)
    : access.states === 'file' || access.states === 'redirect',
)
/** Pages that exist only at times, such as while a translation is missing. */
const RARE: readonly Pattern[] = withStates(({ states }) => states === 'rare')
/** Pages that only a reviewer may open. */
const OF_REVIEWERS = [
  '/ar/review/lesson/fundamentals~offence/ar/source',
  '/ar/review/lesson/fundamentals~offence/ar/source/all',
  '/ar/review/lesson/fundamentals~offence/ar/question',
  '/ar/review/new/fundamentals/lesson',
]

test('a first visit to each page that is no template keeps to its budget, and every page is measured', async ({
  page,
  as,
  cast,
  course,
  courses,
  library,
  login,
  rows,
  context,
  baseURL,
}) => {
  const place = { cast, course, courses, library, locale: 'ar' as const }
  const visits = await openVisits(page)
  // templates.test.ts measures the templates themselves.
  const measured = new Set(
    Object.values(TEMPLATES).flatMap(({ path, status = 200 }) => {
      const pattern = status === 200 && patternOf(new URL(path(place), 'http://localhost').pathname)
      return pattern || []
    }),
  )
  const faults: string[] = []
  for (const name of PAGES_WITH_UNMEASURED_LINKS) {
    const { role = null, path, act } = TEMPLATES[name] ?? missing(name)
    await as(role)
    await visits.next(path(place))
    await act?.(page, place)
    for (const [pattern, to] of await newPages(page, measured)) {
      const response = await visits.first(to)
      faults.push(...(await visits.faults()))
      if (response?.status() === 200) measured.add(pattern)
    }
  }

  const reviewer = await login()
  await rows.empower(reviewer, null, ['reviewer'])
  await signIn(context, reviewer.cookie, baseURL)
  for (const path of OF_REVIEWERS) {
    expect((await visits.first(path))?.status(), path).toBe(200)
    faults.push(...(await visits.faults()))
    measured.add(patternOf(path) ?? path)
  }

  expect(faults).toEqual([])
  const unmeasured = PAGES.filter((pattern) => !measured.has(pattern))
  expect(unmeasured.toSorted()).toEqual([...NO_PAGE, ...RARE].toSorted())
})

/** One address for each route that was not measured yet, among this page and the pages it links to. */
async function newPages(page: Page, measured: ReadonlySet<Pattern>): Promise<[Pattern, string][]> {
  const links = await page.locator('main a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  const urls = [page.url(), ...links].map((url) => new URL(url))
  const found = new Map(urls.map(({ pathname, search }) => [patternOf(pathname), pathname + search]))
  return [...found].flatMap(([pattern, path]) =>
    pattern === null || measured.has(pattern) || NO_PAGE.includes(pattern) ? [] : [[pattern, path] as const],
  )
}

function missing(name: string): never {
  throw new Error(`there is no template “${name}”`)
}
