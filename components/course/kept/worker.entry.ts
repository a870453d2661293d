import { keptInstead, languageIn, OFFLINE_PATH } from '@/domain/course/kept/kept-copy'
import { findCopies, findKept } from './copies'
import { checkStillOpen } from './still-open'

// The service worker of a device that keeps a course. It touches two kinds of requests: for a page, and for the style
// sheets, scripts and fonts, whose content never changes under their name. Everything else is the browser's.

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Asked = Lasting & { request: Request; respondWith: (response: Promise<Response>) => void }
const worker = self as unknown as {
  addEventListener: ((type: 'fetch', hear: (event: Asked) => void) => void) &
    ((type: 'install', hear: (event: Lasting) => void) => void)
  skipWaiting: () => Promise<void>
}

const KEPT_PAGE = /^\/([a-z]{2})\/courses\/([^/]+)\/kept(?:\/|$)/
/** What “leave this page quickly” leaves ahead in the history: without a network none of our pages may take its place. */
const LEFT = '/leave.html'
const UNCHANGING = /^\/(assets|fonts)\//

// It remembers nothing between two requests, so a newer one can take its place at once.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname === LEFT) return
  if (request.mode === 'navigate') {
    const [page, locale = '', course = ''] = KEPT_PAGE.exec(pathname) ?? []
    if (!page) return event.respondWith(networkFirst(request, pathname))
    // A kept page is shown as it was kept, also with a network: it says of which day it is. A course that was closed since
    // is not there the next time.
    const shown = keptFirst(request, pathname)
    event.respondWith(shown)
    // Only then: asked at the same time, the site may be faster than the store, and the copy gone before it is found.
    event.waitUntil(shown.then(() => checkStillOpen(course, locale)))
  } else if (UNCHANGING.test(pathname)) event.respondWith(keptFirst(request, pathname))
})

async function keptFirst(request: Request, pathname: string): Promise<Response> {
  // If the device refuses its own store, the page is as good from the network.
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

/** The page as it was kept, the kept page in its place, or the page that lists what this device keeps. */
async function withoutNetwork(pathname: string): Promise<Response | undefined> {
  const own = await findKept(pathname)
  if (own) return own
  const kept = keptInstead(pathname)
  if (kept && (await findKept(kept))) return Response.redirect(kept)
  const language = languageIn(pathname) ?? (await findCopies())[0]?.copy.locale
  return findKept(`/${language}${OFFLINE_PATH}`)
}
