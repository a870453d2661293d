// npm run lighthouse: fails if a page's performance score is below the minimum.
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { stopOnSignals } from '@/scripts/run'
import { findChromium } from '@/tests/run/chromium'
import { freePort } from '@/tests/support/site'
import { type BenchSite, withBenchSite } from './bench-site'
import { REAL_COURSE } from './fill/fill-database'
import { cookieOf } from './people'

const LEAST = 0.95
const SIZE = { learners: 40, attempts: 80, scale: 0.01 }
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Marks = Record<(typeof CATEGORIES)[number], number>

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
    const marks: Record<string, Partial<Marks>> = {}
    for (const { name, path, cookie } of await pages(site)) {
      const look = () => marksOf(`http://localhost:${site.port}${path}`, debugPort, cookie)
      // A browser that has just started sometimes records no trace, which gives no score.
      marks[name] = (await look()) ?? (await look()) ?? {}
    }
    return marks
  } finally {
    await browser.close()
  }
}

/** Scores out of 100; null if a category could not be scored. */
async function marksOf(url: string, port: number, cookie: string | null): Promise<Marks | null> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
  })
  const scores = CATEGORIES.map((category) => [category, result?.lhr.categories[category]?.score] as const)
  if (scores.some(([, score]) => typeof score !== 'number')) return null
  return Object.fromEntries(scores.map(([category, score]) => [category, Math.round((score ?? 0) * 100)])) as Marks
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
