import { HOSTILE_ROSTERS } from '@/tests/support/hostile-rosters'
import type { BenchSite } from './bench-site'
import { REAL_COURSE } from './fill/fill-database'
import { percentile } from './load'
import { cookieOf } from './people'
import { openVisitor } from './visitor'

/** How long other requests wait while a file is imported. Times in milliseconds. */
export type BesideImport = {
  list: string
  /** The status of the import's response: 400 refused, 303 accepted. */
  status: number
  /** The duration of the import itself. */
  importMs: number
  asked: number
  p50: number
  p95: number
  longest: number
}

/** Uploads each of the hostile files, and meanwhile requests the health check and a lesson, one after the other. */
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
    const took: number[] = []
    const began = performance.now()
    let status = 0
    const sending = send(site, bytes).then((answered) => {
      status = answered
    })
    do took.push(...(await ask()))
    while (status === 0)
    await sending
    const importMs = performance.now() - began
    const longest = percentile(took, 1)
    figures.push({
      list,
      status,
      importMs,
      asked: took.length,
      p50: percentile(took, 0.5),
      p95: percentile(took, 0.95),
      longest,
    })
  }
  close()
  return figures
}

async function send({ port, country }: BenchSite, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const { cohortId, administratorSession } = country.biggest
  const body = new FormData()
  body.set('file', new File([bytes], 'liste'))
  const cookie = await cookieOf({ sessionId: administratorSession })
  const origin = `http://localhost:${port}`
  const headers = { cookie, origin }
  const url = `${origin}/fr/cohorts/${cohortId}/import`
  return (await fetch(url, { method: 'POST', headers, body, redirect: 'manual' })).status
}
