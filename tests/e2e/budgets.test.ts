import { LOCALES } from '@/domain/locale'
import { examPath } from '../support/e2e/answering'
import type { Role } from '../support/e2e/cast'
import { COURSE, expect, PUBLIC_COURSE, test } from '../support/e2e/test'
import { countBytes, total } from '../support/e2e/wire'

// In bytes over the wire at a first visit. At most 230 and 250 kB in all, and 15 kB of JavaScript.
const KB = 1000
const PAGE = 230 * KB
const EXAM = 250 * KB
const HTML = 30 * KB
const STYLES = 20 * KB
const FONTS = 80 * KB
/** Pages send only a few small scripts of our own. */
const SCRIPTS = 15 * KB

type Budget = { path: string; role?: Role; all: number; scripts: number }
const LIBRARY = [
  '',
  '/law',
  '/law/cp-448-1',
  '/law/cpp-82-5-1?on=2024-01-01&compare=2025',
  '/cases',
  '/cases/cedh-sm-2020?show=1',
  '/glossary',
  '/indicators',
  '/referral',
  '/figures',
  '/search?q=victime',
]
const PAGES: Budget[] = [
  { path: '', all: PAGE, scripts: SCRIPTS },
  { path: `/courses/${COURSE}`, all: PAGE, scripts: SCRIPTS },
  { path: `/courses/${COURSE}/lessons/offence`, all: PAGE, scripts: SCRIPTS },
  { path: `/courses/${PUBLIC_COURSE}`, all: PAGE, scripts: SCRIPTS },
  { path: `/courses/${PUBLIC_COURSE}/lessons/signs`, all: PAGE, scripts: SCRIPTS },
  ...LIBRARY.map((path) => ({ path: `/library${path}`, all: PAGE, scripts: SCRIPTS })),
  { path: '/verify', all: PAGE, scripts: SCRIPTS },
  { path: '/sign-in', all: PAGE, scripts: SCRIPTS },
  { path: '/sign-up', all: PAGE, scripts: SCRIPTS },
  { path: '/learning', role: 'holder', all: PAGE, scripts: SCRIPTS },
  { path: '/account', role: 'holder', all: PAGE, scripts: SCRIPTS },
  { path: '/certificates', role: 'holder', all: PAGE, scripts: SCRIPTS },
  { path: examPath('ar', COURSE, 1).slice(3), role: 'sitter', all: EXAM, scripts: SCRIPTS },
  { path: examPath('ar', COURSE, 'check').slice(3), role: 'sitter', all: EXAM, scripts: SCRIPTS },
]

for (const { path, role = null, all, scripts } of PAGES) {
  test(`a first visit to ${path || 'home'} keeps to its budget in each language`, async ({
    browser,
    baseURL,
    cast,
  }) => {
    for (const locale of LOCALES) {
      const context = await browser.newContext()
      if (role) {
        await context.addCookies([{ name: 'session', value: cast[role].cookie, url: baseURL }])
      }
      const page = await context.newPage()
      const { sent } = await countBytes(page)
      await page.goto(`/${locale}${path}`, { waitUntil: 'networkidle' })
      const list = sent.map(({ url, bytes }) => `${bytes} ${url}`).join('\n')

      expect(total(sent), list).toBeLessThanOrEqual(all)
      expect(total(sent, 'Document'), list).toBeLessThanOrEqual(HTML)
      expect(total(sent, 'Stylesheet'), list).toBeLessThanOrEqual(STYLES)
      expect(total(sent, 'Font'), list).toBeLessThanOrEqual(FONTS)
      expect(total(sent, 'Script'), list).toBeLessThanOrEqual(scripts)
      expect(total(sent, 'Document')).toBeGreaterThan(0)
      expect(total(sent, 'Script')).toBeGreaterThan(0)
      await context.close()
    }
  })
}
