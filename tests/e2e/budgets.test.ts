import type { Page } from '@playwright/test'
import { LOCALES } from '@/domain/locale'
import type { Role } from '../support/e2e/cast'
import { PAGES, type Pattern, patternOf } from '../support/e2e/reach'
import { unstyled } from '../support/e2e/sheets'
import { TEMPLATES } from '../support/e2e/templates'
import { expect, test } from '../support/e2e/test'
import { countBytes, total } from '../support/e2e/wire'

/** The budget of a first visit, in bytes over the wire: in total, and for each type of file. */
const KB = 1000
const ALL = 120 * KB
/** What a lesson may weigh more: its drawing, of at most 8 kB before compression, as a list and with its styles and script. */
const DRAWING = 7 * KB
const LESSONS: readonly (Pattern | null)[] = [
  '/[locale]/courses/[course]/lessons/[lesson]',
  '/[locale]/courses/[course]/kept/[lesson]',
]
/** The page for reviewers has every style sheet. */
const STYLEGUIDE: Pattern = '/[locale]/styleguide'
const BUDGET = { Document: 30 * KB, Stylesheet: 20 * KB, Font: 80 * KB, Script: 8 * KB } as const

/** Templates that lead to pages of which no template knows the address, by an action or by their links. */
const LEADS_ON = [
  'figures of the country, kept',
  'report of an institution, kept',
  'people of a cohort',
  'people of a cohort, an act on all of them',
  'person of a cohort',
  'audit of the platform',
]
/** Routes that answer without a page of their own: with a redirect, a file, or “not found”; and what only a letter opens. */
const NO_PAGE: readonly Pattern[] = [
  '/[locale]/[...rest]',
  '/[locale]/certificates/transcript',
  '/[locale]/cohorts',
  '/[locale]/cohorts/[cohort]/archive',
  '/[locale]/cohorts/[cohort]/import/[run]/refused',
  '/[locale]/cohorts/[cohort]/import/model',
  '/[locale]/institutions/[institution]/face/preview',
  '/[locale]/national/csv/[table]',
  '/[locale]/offer',
  '/[locale]/seminars/[seminar]/ics',
  '/[locale]/seminars/[seminar]/materials/[material]',
  '/[locale]/seminars/[seminar]/survey/[when]',
]

/** Arabic has the heaviest fonts: every page is measured in it, and the public pages in each language. */
const EVERY_PAGE_IN = 'ar'

type Stop = { role: Role | null; path: string }

for (const locale of LOCALES) {
  test(`a first visit to ${locale === EVERY_PAGE_IN ? 'any page' : 'any public page'} keeps to its budget (${locale})`, async ({
    page,
    as,
    cast,
    course,
    courses,
    library,
  }) => {
    // Some 180 pages, one after the other.
    test.slow()
    const everyPage = locale === EVERY_PAGE_IN
    const place = { cast, course, courses, library, locale }
    const { sent, session, allArrived } = await countBytes(page)
    // Each page is loaded like a first visit.
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    const measured = new Set<Pattern>()
    const over: string[] = []
    const lacking: string[] = []

    const open = async ({ role, path }: Stop) => {
      await as(role)
      const response = await page.goto(path, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await allArrived()
      return response?.status()
    }
    const measure = async (stop: Stop) => {
      sent.length = 0
      const status = await open(stop)
      const list = sent.map(({ url, type, bytes }) => `${bytes} ${type} ${url}`).join('\n')
      const pattern = patternOf(new URL(page.url()).pathname)
      const all = LESSONS.includes(pattern) ? ALL + DRAWING : ALL
      const limits: [type: string | undefined, most: number][] = [[undefined, all], ...Object.entries(BUDGET)]
      for (const [type, most] of pattern === STYLEGUIDE ? [] : limits) {
        const bytes = total(sent, type)
        if (bytes > most) over.push(`${stop.path} sends ${bytes} bytes${type ? ` of ${type}` : ''}\n${list}`)
      }
      for (const rule of await unstyled(page)) lacking.push(`${stop.path} lacks ${rule}`)
      if (status !== 200) return
      for (const type of Object.keys(BUDGET)) {
        expect(total(sent, type), `${type} of ${stop.path}\n${list}`).toBeGreaterThan(0)
      }
      if (pattern) measured.add(pattern)
    }

    for (const stop of stopsOf(place)) if (everyPage || stop.role === null) await measure(stop)
    for (const name of everyPage ? LEADS_ON : []) {
      const { role = null, path, act } = TEMPLATES[name] ?? missing(name)
      await open({ role, path: path(place) })
      await act?.(page, place)
      for (const to of await newPages(page, measured)) await measure({ role, path: to })
    }

    expect(over).toEqual([])
    expect(lacking).toEqual([])
    if (everyPage) expect(PAGES.filter((pattern) => !measured.has(pattern)).toSorted()).toEqual(NO_PAGE)
  })
}

/** Every address of the templates once for each person who visits it, grouped by person. */
function stopsOf(place: Parameters<(typeof TEMPLATES)[string]['path']>[0]): Stop[] {
  const stops = Object.values(TEMPLATES).map(({ role = null, path }) => ({ role, path: path(place) }))
  const each = new Map(stops.map((stop) => [`${stop.role} ${stop.path}`, stop]))
  return [...each.values()].toSorted((a, b) => (a.role ?? '').localeCompare(b.role ?? ''))
}

/** One address for each route that was not measured yet, among this page and the pages it links to. */
async function newPages(page: Page, measured: ReadonlySet<Pattern>): Promise<string[]> {
  const links = await page.locator('main a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  const urls = [page.url(), ...links].map((url) => new URL(url))
  const found = new Map(urls.map(({ pathname, search }) => [patternOf(pathname), pathname + search]))
  return [...found].flatMap(([pattern, path]) =>
    pattern === null || measured.has(pattern) || NO_PAGE.includes(pattern) ? [] : path,
  )
}

function missing(name: string): never {
  throw new Error(`there is no template “${name}”`)
}
