import { LOCALES, type Locale } from '@/domain/locale'
import { inTurn } from '../run/turn'
import { libraryPages } from '../support/e2e/library-pages'
import { CLOSED_COURSE, expect, test } from '../support/e2e/test'
import { visitPage } from '../support/e2e/visit-page'
import { deadLinks, walk } from '../support/e2e/walk'

const SEARCHES = ['q=victime', 'q=victime&kind=law', 'q=الاتجار', 'q=448-1', 'q=448-99', 'q=esclavagiisteme']
/** Their results show passages that authors wrote with markup. */
const MARKED_SEARCHES = [
  'q=448-4',
  'q=عقوبة الاتجار بطفل',
  'q=هل تعاقب الضحية',
  'q=الظروف المشددة',
  'q=82-5-1',
  'q=ظروف التخفيف',
]
const MINUTES = 60_000

/** The crawl of one language is that of a member of the closed course: her pages have the links of the public ones too. */
const OF_A_MEMBER: Locale = 'ar'

// To read every page of the site in one language takes two minutes of a worker. The content check of each run resolves
// what authors link to, in the three languages.
for (const locale of inTurn(LOCALES)) {
  const whose = locale === OF_A_MEMBER ? 'a member of the closed course' : 'anybody'
  test(`no page of ${whose} has a broken link or shows markup as it was typed (${locale})`, async ({
    ask,
    baseURL,
    library,
    courses,
    login,
    rows,
  }) => {
    test.setTimeout(10 * MINUTES)
    const member = locale === OF_A_MEMBER ? await login({}, null) : null
    if (member) await rows.admitToClosed(member, CLOSED_COURSE)
    const starts = ['', ...[...SEARCHES, ...MARKED_SEARCHES].map((search) => `/library/search?${search}`)]
    const walked = await walk(
      ask(member?.cookie ?? null),
      starts.map((path) => new URL(`/${locale}${path}`, baseURL)),
      locale,
    )

    expect(deadLinks(walked)).toEqual([])
    expect([...walked.pages].flatMap(([address, { marks }]) => marks.map((mark) => `${address}: ${mark}`))).toEqual([])
    expect(walked.pages.size).toBeGreaterThan(300)
    expect(walked.anchors.length).toBeGreaterThan(500)
    const read = Object.values(courses).filter(({ file }) => file.access !== 'closed' || member)
    const lessons = read.flatMap(({ file }) => file.outline.map((id) => `/courses/${file.id}/lessons/${id}`))
    const figures = Object.keys(library.figures).map((id) => `/api/library/figures/${id}?lang=${locale}`)
    const expected = [...libraryPages(library), ...lessons].map((path) => `/${locale}${path}`)
    expect([...expected, ...figures].filter((address) => !walked.pages.has(address))).toEqual([])
  })
}

test('the passages that a result links to exist', async ({ ask, cast, baseURL }) => {
  const hers = ask(cast.exhausted.cookie)
  for (const locale of LOCALES) {
    const result = new URL(`/${locale}/courses/fundamentals/exam/result`, baseURL ?? '')
    const { links } = await visitPage(hers, result)
    const passages = [...new Set(links.filter((link) => link.includes('/lessons/')))]
    expect(passages.length).toBeGreaterThan(0)
    for (const passage of passages) {
      const to = new URL(passage, result)
      const { status, ids } = await visitPage(hers, to)
      expect(status, passage).toBe(200)
      expect(ids.has(to.searchParams.get('at') ?? ''), passage).toBe(true)
    }
  }
})
