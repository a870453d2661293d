import { LOCALES, type Locale } from '@/domain/locale'
import type { Ask } from './ask'
import { type Visited, visitPage } from './visit-page'

const AT_ONCE = 8

export type Walk = { pages: ReadonlyMap<string, Visited>; anchors: readonly { from: string; to: URL }[] }

/** Every page of one language that can be reached from `starts`. */
export async function walk(ask: Ask, starts: readonly URL[], locale: Locale): Promise<Walk> {
  const pages = new Map<string, Visited>()
  const anchors: { from: string; to: URL }[] = []
  const doors = new Set<string>()
  let waiting = new Map(starts.map((url) => [addressOf(url), url]))
  while (waiting.size > 0) {
    const found = await visitAll(ask, [...waiting.values()])
    const next = new Map<string, URL>()
    for (const { url, page } of found) pages.set(addressOf(url), page)
    for (const { url, page } of found) {
      for (const to of linksIn(page.links, url, locale)) {
        if (to.hash) anchors.push({ from: addressOf(url), to })
        if (pages.has(addressOf(to)) || (isSignInPage(to) && doors.has(to.pathname))) continue
        if (isSignInPage(to)) doors.add(to.pathname)
        next.set(addressOf(to), new URL(addressOf(to), url))
      }
    }
    waiting = next
  }
  return { pages, anchors }
}

/** Visits pages in the given order, a few at a time. */
export async function visitAll(ask: Ask, urls: readonly URL[]): Promise<{ url: URL; page: Visited }[]> {
  const found: { url: URL; page: Visited }[] = []
  for (let start = 0; start < urls.length; start += AT_ONCE) {
    const visits = urls.slice(start, start + AT_ONCE).map(async (url) => ({ url, page: await visitPage(ask, url) }))
    found.push(...(await Promise.all(visits)))
  }
  return found
}

/** Links to this site, except to the other languages, which have a crawl of their own. */
export function linksIn(links: readonly string[], url: URL, locale: Locale): URL[] {
  return links
    .map((link) => new URL(link, url))
    .filter(({ origin, pathname }) => {
      const elsewhere = LOCALES.some((other) => other !== locale && new RegExp(`^/${other}(/|$)`).test(pathname))
      return origin === url.origin && !elsewhere
    })
}

/** Path and query, which identify a page, however its query is escaped. */
export function addressOf({ pathname, searchParams }: URL): string {
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

/** A page for signing in or up. Every page links to it with another `next`, so the crawl would open it too often. */
function isSignInPage({ pathname, searchParams }: URL): boolean {
  return /\/(sign-in|sign-up|reset-password)$/.test(pathname) && searchParams.has('next')
}

/** Broken links: to a page that is not shown, or to an id that its page lacks. */
export function deadLinks({ pages, anchors }: Walk): string[] {
  const refused = [...pages]
    .filter(([, { status }]) => status !== 200)
    .map(([address, { status }]) => `${address}: ${status}`)
  const missing = anchors.filter(({ to }) => {
    const page = pages.get(addressOf(to))
    return page && !page.ids.has(decodeURIComponent(to.hash.slice(1)))
  })
  return [...refused, ...missing.map(({ from, to }) => `${from}: ${addressOf(to)}${to.hash}`)]
}
