import { randomUUID } from 'node:crypto'
import { HEAVY_TEXTS } from '@/tests/support/heavy-texts'
import { HOSTILE_ROSTERS } from '@/tests/support/hostile-rosters'
import type { BenchSite } from './bench-site'
import { REAL_COURSE } from './fill/fill-database'
import { percentile } from './load'
import { cookieOf } from './people'
import { openVisitor } from './visitor'

/** How long other requests wait while a list is imported, or a text is checked. Times in milliseconds. */
export type BesideImport = {
  /** The list, or the text. */
  list: string
  /** The status of the response: 400 refused, 303 accepted. */
  status: number
  /** The duration of the import itself. */
  importMs: number
  asked: number
  p50: number
  p95: number
  longest: number
}

/**
 * Uploads each of the hostile files, and sends each of the heavy texts from the desk. Meanwhile requests the health check
 * and a lesson, one after the other.
 */
export async function measureBesideImports(site: BenchSite): Promise<BesideImport[]> {
  const { visit, close } = openVisitor(site.port)
  const [lesson] = site.courses.real.course.lessons
  const paths = ['/api/health', `/fr/courses/${REAL_COURSE}/lessons/${lesson?.file.id}`]
  /** @returns the duration of each request. */
  const ask = async () => {
    const took: number[] = []
    for (const path of paths) {
      const asked = performance.now()
      await visit({ path })
      took.push(performance.now() - asked)
    }
    return took
  }
  const figures: BesideImport[] = []
  await ask()
  for (const [list, { make }] of Object.entries(HOSTILE_ROSTERS)) {
    const bytes = await make()
    figures.push(await besides(list, () => sendList(site, bytes), ask))
  }
  for (const [name, text] of Object.entries(HEAVY_TEXTS)) {
    figures.push(await besides(`text: ${name}`, () => sendText(site, `---\nrevision: 1\n---\n\n${text}`), ask))
  }
  close()
  return figures
}

async function besides(list: string, send: () => Promise<number>, ask: () => Promise<number[]>): Promise<BesideImport> {
  const took: number[] = []
  const began = performance.now()
  let status = 0
  const sending = send().then((answered) => {
    status = answered
  })
  do took.push(...(await ask()))
  while (status === 0)
  await sending
  const importMs = performance.now() - began
  const figures = { p50: percentile(took, 0.5), p95: percentile(took, 0.95), longest: percentile(took, 1) }
  return { list, status, importMs, asked: took.length, ...figures }
}

function sendList(site: BenchSite, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const { cohortId, administratorSession } = site.country.biggest
  const body = new FormData()
  body.set('file', new File([bytes], 'liste'))
  return send(site, administratorSession, `/fr/cohorts/${cohortId}/import`, body)
}

/** The check of a lesson's French file on the desk. */
function sendText(site: BenchSite, sourceText: string): Promise<number> {
  const { file, lessons } = site.courses.real.course
  const lesson = lessons[0]?.file.id
  const path = `courses/${file.id}/${lesson}/fr.md`
  const body = new FormData()
  for (const [name, value] of Object.entries({ draft: randomUUID(), was: 'older', sourceText })) body.set(name, value)
  const address = `/fr/review/lesson/${file.id}~${lesson}/fr/source?file=${encodeURIComponent(path)}`
  return send(site, site.reviewer.sessionId, address, body)
}

async function send({ port }: BenchSite, sessionId: string, path: string, body: FormData): Promise<number> {
  const origin = `http://localhost:${port}`
  const headers = { cookie: await cookieOf({ sessionId }), origin }
  return (await fetch(`${origin}${path}`, { method: 'POST', headers, body, redirect: 'manual' })).status
}
