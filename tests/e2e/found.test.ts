import { LOCALES, type Locale } from '@/domain/locale'
import { libraryPages } from '../support/e2e/library-pages'
import { isUnlisted, type Pattern, patternOf } from '../support/e2e/reach'
import { type Listed, languagesIn, sitemap } from '../support/e2e/sitemap'
import { CLOSED_COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const SEMINAR = /\/seminars\/[0-9a-f-]{36}/

const MINUTES = 60_000
const AT_ONCE = 8
/** The route whose metadata describes the whole site rather than a page. */
const ONLY_SITE = '/[locale]'

test('robots.txt forbids no page, and names the sitemap', async ({ request, baseURL }) => {
  const response = await request.get('/robots.txt')

  expect(response.headers()['content-type']).toBe('text/plain; charset=utf-8')
  expect((await response.text()).trim().split(/\n+/)).toEqual([
    'User-agent: *',
    'Disallow: /api/',
    `Sitemap: ${baseURL}/sitemap.xml`,
  ])
})

test('the sitemap has every public page once in each language, and nothing of a closed course but its page', async ({
  request,
  baseURL,
  library,
  courses,
}) => {
  const listed = await sitemap(request)
  const lessons = Object.values(courses).flatMap(({ file }) =>
    file.access === 'closed' ? [] : file.outline.map((lesson) => `/courses/${file.id}/lessons/${lesson}`),
  )
  const paths = [
    ...['', '/courses', '/seminars', '/library/research', '/practice/worksheet'],
    ...['/about', '/help', '/privacy', '/accessibility'],
    ...libraryPages(library),
    ...Object.keys(courses).map((id) => `/courses/${id}`),
    ...lessons,
  ]
  const expected = paths.flatMap((path) => LOCALES.map((locale) => `${baseURL}/${locale}${path}`))

  // Other tests add seminars meanwhile.
  const lasting = listed.filter(({ address }) => !SEMINAR.test(address))
  expect(lasting.map(({ address }) => address).toSorted()).toEqual(expected.toSorted())
  expect(listed.filter(({ address }) => address.includes(`/courses/${CLOSED_COURSE}/`))).toEqual([])
  for (const { address, languages } of listed) {
    const path = address.slice(`${baseURL}/ar`.length)
    const own = Object.fromEntries(LOCALES.map((locale) => [locale, `${baseURL}/${locale}${path}`]))
    expect(languages).toEqual({ ...own, 'x-default': own.ar })
  }
})

test('every page of the sitemap can be read by anybody, and says how it is to be listed', async ({ request, ask }) => {
  test.setTimeout(5 * MINUTES)
  const hers = ask(null)
  const listed = await sitemap(request)
  const faults: string[] = []
  const seen = { titles: new Map<string, string>(), descriptions: new Map<string, Pattern>() }
  for (let start = 0; start < listed.length; start += AT_ONCE) {
    await Promise.all(listed.slice(start, start + AT_ONCE).map(look))
  }
  expect(faults).toEqual([])

  async function look({ address, languages }: Listed) {
    const response = await hers(new URL(`${address}?from=elsewhere`))
    const html = await response.text()
    const head = html.slice(0, html.indexOf('</head>'))
    const locale = new URL(address).pathname.slice(1, 3) as Locale
    const say = (fault: string) => faults.push(`${address}: ${fault}`)
    const meta = (name: string) =>
      new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(head)?.[1] ?? ''

    if (response.status !== 200) return say(String(response.status))
    if (isUnlisted(response.headers.get('x-robots-tag'), head)) say('noindex')
    // The canonical address has no query: the same page with another query is the same page.
    if (!head.includes(`<link rel="canonical" href="${address}"/>`)) say('no canonical address')
    if (JSON.stringify(languagesIn(head)) !== JSON.stringify(languages)) say('other languages than in the sitemap')
    const title = /<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ''
    const other = seen.titles.get(`${locale} ${title}`)
    // Two seminars may have the same title.
    if (title === '' || (other && !SEMINAR.test(address))) say(`the title of ${other}: ${title}`)
    seen.titles.set(`${locale} ${title}`, address)
    const pattern = patternOf(new URL(address).pathname) ?? ''
    const plain = meta('description') === t(locale, 'site.description')
    if (meta('description') === '' || (plain && pattern !== ONLY_SITE)) say('no description of its own')
    if (meta('og:title') !== title || meta('og:url') !== address) say('no title or address for who shares it')
    if (!meta('og:image').endsWith(`/share/${locale}.png`)) say('no picture for who shares it')
  }
})

for (const locale of LOCALES) {
  test(`the picture for shared links exists (${locale})`, async ({ request }) => {
    const response = await request.get(`/share/${locale}.png`)
    const bytes = await response.body()

    expect(response.headers()['content-type']).toBe('image/png')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  })
}

test('a missing or personal page, or one to sign in, may not be listed', async ({ ask, cast, baseURL }) => {
  for (const path of [
    '/ar/nothing-here',
    '/ar/sign-in',
    '/ar/sign-up',
    '/ar/reset-password',
    '/ar/confirm',
    '/ar/verify',
  ]) {
    const response = await ask(null)(new URL(path, baseURL))
    const html = await response.text()
    expect(isUnlisted(response.headers.get('x-robots-tag'), html), path).toBe(true)
    expect(html, path).not.toContain('rel="canonical"')
  }
  for (const path of ['/ar/learning', '/ar/account', '/ar/certificates', '/ar/courses/fundamentals/exam']) {
    const response = await ask(cast.reader.cookie)(new URL(path, baseURL))
    expect(isUnlisted(response.headers.get('x-robots-tag'), await response.text()), path).toBe(true)
  }
})
