import { cacheNameOf, type KeptCopy, type KeptFile } from '@/domain/course/kept/kept-copy'
import { dropCopies, sealCopy } from './copies'
import { dropCourse, isClosed, listAt } from './still-open'

/**
 * Why there is no copy. `changed`: the site changed during the copy. `closed`: devices may no longer keep the course.
 * `busy`: the site accepted no more requests.
 */
export type NotKept = 'no-network' | 'busy' | 'full' | 'changed' | 'closed' | 'refused'

export class CopyFailed extends Error {
  constructor(readonly why: NotKept) {
    super(why)
  }
}

/** The number of requests for a file while the site is busy, and the wait between them if the site names none. */
const TRIES = 4
const WAIT_MS = 3000

/** The list of files of a copy made now. Deletes the copies here if the course is closed. @throws {CopyFailed} */
export async function askForCopy(course: string, locale: string): Promise<KeptCopy> {
  const response = await ask(listAt(course, locale)).catch(async (error: CopyFailed) => {
    if (error.why === 'closed') await dropCourse(course)
    throw error
  })
  return response.json()
}

/**
 * Keeps a copy on this device. The copy before it is deleted once this one is complete; if anything fails, it stays as
 * it was. The files are fetched one after the other, to limit the load on the site.
 *
 * @throws {CopyFailed}
 */
export async function keepCopy(copy: KeptCopy, tell: (share: number) => void, now = Date.now()): Promise<void> {
  const name = cacheNameOf(copy, now)
  const all = copy.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  try {
    const cache = await caches.open(name)
    for (const file of copy.files) {
      await cache.put(file.href, await fetchFile(file))
      done += file.bytes
      tell(done / all)
    }
    await sealCopy(cache, copy)
  } catch (error) {
    await caches.delete(name)
    throw new CopyFailed(reasonOf(error))
  }
  await dropCopies(copy, name)
}

function reasonOf(error: unknown): NotKept {
  if (error instanceof CopyFailed) return error.why
  return (error as Error).name === 'QuotaExceededError' ? 'full' : 'refused'
}

/** Fetches a file and compares its hash, so that it belongs to this version of the copy. */
async function fetchFile({ href, sha256 }: KeptFile): Promise<Response> {
  const response = await ask(href)
  const body = await response.arrayBuffer().catch(() => {
    throw new CopyFailed('no-network')
  })
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hash !== sha256) throw new CopyFailed('changed')
  const headers = new Headers(response.headers)
  // The stored body is already decoded, so these two headers no longer apply.
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(body, { headers })
}

async function ask(href: string, tries = TRIES): Promise<Response> {
  const response = await fetch(href, { redirect: 'error' }).catch(() => {
    throw new CopyFailed('no-network')
  })
  if (response.ok) return response
  const isBusy = response.status >= 500 || response.status === 429
  if (!isBusy) throw new CopyFailed(isClosed(href, response) ? 'closed' : 'refused')
  if (tries <= 1) throw new CopyFailed('busy')
  const seconds = Number(response.headers.get('retry-after'))
  await new Promise((resolve) => setTimeout(resolve, seconds > 0 ? seconds * 1000 : WAIT_MS))
  return ask(href, tries - 1)
}
