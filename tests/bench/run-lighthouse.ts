// npm run lighthouse: fails when a page's performance falls below the mark.
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { stopOnSignals } from '@/scripts/run'
import { findChromium } from '@/tests/run/chromium'
import { freePort } from '@/tests/support/site'
import { type BenchSite, withBenchSite } from './bench-site'
import { REAL_COURSE } from './fill/fill-database'
import { cookieOf } from './people'

const LEAST = 0.95
const SIZE = { learners: 40, attempts: 80 }
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

stopOnSignals()
try {
  const marks = await withBenchSite(SIZE, audit)
  console.table(marks)
  process.exitCode = Object.values(marks).every(({ performance }) => (performance ?? 0) >= LEAST * 100) ? 0 : 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
process.exit()

async function audit(site: BenchSite) {
  const executablePath = await findChromium()
  const debugPort = await freePort()
  const root = process.getuid?.() === 0
  const args = [
    `--remote-debugging-port=${debugPort}`,
    '--disable-background-networking',
    ...(root ? ['--no-sandbox'] : []),
  ]
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) })
  try {
    const marks: Record<string, Partial<Record<(typeof CATEGORIES)[number], number>>> = {}
    for (const { name, path, cookie } of await pages(site)) {
      const result = await lighthouse(`http://localhost:${site.port}${path}`, {
        port: debugPort,
        output: 'json',
        logLevel: 'error',
        onlyCategories: [...CATEGORIES],
        ...(cookie && { extraHeaders: { Cookie: cookie } }),
      })
      const categories = result?.lhr.categories ?? {}
      const scores = CATEGORIES.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)])
      marks[name] = Object.fromEntries(scores)
    }
    return marks
  } finally {
    await browser.close()
  }
}

async function pages({ learners, courses }: BenchSite) {
  const sitting = learners.find(({ openAttempt }) => openAttempt !== null)
  if (!sitting) throw new Error('No learner of the bench is sitting an exam.')
  const cookie = await cookieOf(sitting)
  const lesson = courses.real.course.lessons[0]?.file.id
  return [
    { name: 'home', path: '/ar', cookie: null },
    { name: 'lesson', path: `/ar/courses/${REAL_COURSE}/lessons/${lesson}`, cookie },
    { name: 'exam', path: `/ar/courses/${REAL_COURSE}/exam/1`, cookie },
  ]
}
