import { keptPathFor, languageIn, OFFLINE_PATH } from '@/domain/course/kept/kept-copy'
import { findCopies, findKept } from './copies'
import { checkStillOpen } from './still-open'

// The service worker of a device that keeps a course. It handles two kinds of requests: for pages, and for style
// sheets, scripts and fonts, whose content never changes under their name. It leaves all others to the browser.

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Asked = Lasting & { request: Request; respondWith: (response: Promise<Response>) => void }
const worker = self as unknown as {
  addEventListener: ((type: 'fetch', hear: (event: Asked) => void) => void) &
    ((type: 'install', hear: (event: Lasting) => void) => void)
  skipWaiting: () => Promise<void>
}

const KEPT_PAGE = /^\/([a-z]{2})\/courses\/([^/]+)\/kept(?:\/|$)/
/** The entry that “leave this page quickly” adds to the history: the worker must not answer it with a kept page. */
const LEFT = '/leave.html'
const UNCHANGING = /^\/(assets|fonts)\//

// The worker holds no state between two requests, so a newer one can replace it at once.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname === LEFT) return
  if (request.mode === 'navigate') {
    const [page, locale = '', course = ''] = KEPT_PAGE.exec(pathname) ?? []
    if (!page) return event.respondWith(networkFirst(request, pathname))
    // A kept page is shown as it was kept, even with a network: it says from which day it is. If the course was closed
    // since, its copy is deleted after this response.
    const shown = keptFirst(request, pathname)
    event.respondWith(shown)
    // The check runs after the response: in parallel, it could delete the copy before the page is found in it.
    event.waitUntil(shown.then(() => checkStillOpen(course, locale)))
  } else if (UNCHANGING.test(pathname)) event.respondWith(keptFirst(request, pathname))
})

async function keptFirst(request: Request, pathname: string): Promise<Response> {
  // If the device cannot read its cache, the network is used.
  const kept = await findKept(pathname).catch(() => undefined)
  if (kept) return kept
  return request.mode === 'navigate' ? networkFirst(request, pathname) : fetch(request)
}

async function networkFirst(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const instead = await withoutNetwork(pathname).catch(() => undefined)
    if (instead) return instead
    throw error
  }
}

/** The page itself if it is kept, or its kept version, or the page that lists the kept lessons. */
async function withoutNetwork(pathname: string): Promise<Response | undefined> {
  const own = await findKept(pathname)
  if (own) return own
  const kept = keptPathFor(pathname)
  if (kept && (await findKept(kept))) return Response.redirect(kept)
  const language = languageIn(pathname) ?? (await findCopies())[0]?.copy.locale
  return findKept(`/${language}${OFFLINE_PATH}`)
}
