import { LOCALES } from '@/domain/locale'
import type { Ask } from './ask'
import { routes } from './route-list'

/** The route of a page, as its folders name it: `/[locale]/courses/[course]`. */
export type Pattern = string
type Link = { href: string; post: boolean }
export type Reached = {
  patterns: ReadonlySet<Pattern>
  /** The reached pages that search engines may index. */
  listed: ReadonlySet<Pattern>
  /** Links that led to an error page: the page with the link, its target, the status. */
  refused: readonly string[]
}

/** How many addresses are opened per route: enough for its different states, without opening the whole library. */
const OF_ONE_PATTERN = 8
/** How many more are opened per linking route, so that links of a long public list do not displace those of her own. */
const FROM_ONE_PATTERN = 2
const AT_ONCE = 6
/** The crawl follows no more redirects than a browser would. */
const REDIRECTS = 5

/**
 * The routes of pages, most specific first: if several match an address, Next takes the one with the fewest parameters.
 */
export const PAGES: readonly Pattern[] = routes()
  .filter((route) => route.startsWith('GET /[locale]'))
  .map((route) => route.slice('GET '.length))
  .toSorted((a, b) => gaps(a) - gaps(b))

function gaps(pattern: Pattern): number {
  return (pattern.match(/\[/g)?.length ?? 0) + (pattern.includes('[...') ? 100 : 0)
}

const SHAPES = PAGES.map((pattern) => ({ pattern, shape: shapeOf(pattern) }))

function shapeOf(pattern: Pattern): RegExp {
  const shape = pattern
    .replace('[locale]', `(?:${LOCALES.join('|')})`)
    .replace(/\[\.\.\.[^\]]+\]/, '.+')
    .replace(/\[[^\]]+\]/g, '[^/]+')
  return new RegExp(`^${shape}$`)
}

/** The route that answers at an address; null if it is not a page. */
export function patternOf(pathname: string): Pattern | null {
  return SHAPES.find(({ shape }) => shape.test(pathname))?.pattern ?? null
}

/**
 * Crawls the site as a person who types no address: by links, search forms, and the buttons named in `presses`.
 *
 * @param presses POST routes, such as `/[locale]/national/keep`, whose forms are sent as they are.
 */
export async function reach(ask: Ask, start: URL, presses: readonly Pattern[]): Promise<Reached> {
  const walk = { patterns: new Set<Pattern>(), listed: new Set<Pattern>(), refused: [] as string[] }
  const opened = new Map<Pattern, number>()
  const seen = new Set<string>()
  let waiting: { from: string; to: URL; post: boolean }[] = [{ from: '', to: start, post: false }]
  while (waiting.length > 0) {
    const batch = waiting.splice(0, AT_ONCE).filter(isNew)
    const found = await Promise.all(batch.map(open))
    waiting = [...waiting, ...found.flat()]
  }
  return walk

  function isNew({ from, to, post }: { from: string; to: URL; post: boolean }): boolean {
    const pattern = patternOf(to.pathname)
    const key = `${post} ${to.pathname}${to.search}`
    if (seen.has(key) || (!post && (pattern === null || !mayOpen(from, pattern)))) return false
    seen.add(key)
    return true
  }

  function mayOpen(from: string, pattern: Pattern): boolean {
    const way = `${patternOf(from.split('?')[0] ?? '')} ${pattern}`
    const [all, onThisWay] = [opened.get(pattern) ?? 0, opened.get(way) ?? 0]
    if (all >= OF_ONE_PATTERN && onThisWay >= FROM_ONE_PATTERN) return false
    opened.set(pattern, all + 1).set(way, onThisWay + 1)
    return true
  }

  async function open({ from, to, post }: { from: string; to: URL; post: boolean }) {
    let at = to
    let method = post ? 'POST' : 'GET'
    for (let times = 0; times < REDIRECTS; times++) {
      const response = await ask(at, {
        method,
        redirect: 'manual',
        ...(method === 'POST' && { body: new URLSearchParams() }),
      })
      const body = await response.text()
      const location = response.headers.get('location')
      const type = response.headers.get('content-type') ?? ''
      if (location !== null) {
        at = new URL(location, at)
        method = 'GET'
        continue
      }
      const pattern = patternOf(at.pathname)
      if (response.status >= 400) {
        if (await stillLinked(from, at)) walk.refused.push(`${from} → ${at.pathname}${at.search}: ${response.status}`)
      } else if (pattern) walk.patterns.add(pattern)
      const html = type.startsWith('text/html') && response.status < 400 ? body : ''
      if (pattern && html && !isUnlisted(response.headers.get('x-robots-tag'), html)) walk.listed.add(pattern)
      return linksIn(html).flatMap((link) => follow(link, at))
    }
    throw new Error(`${to.href} redirects without end`)
  }

  /** Other tests delete their data: a link that the crawl found may no longer be on its page. */
  async function stillLinked(from: string, at: URL): Promise<boolean> {
    if (from === '') return true
    const page = await ask(new URL(from, at))
    return linksIn(await page.text()).some(({ href }) => new URL(href, new URL(from, at)).pathname === at.pathname)
  }

  function follow({ href, post }: Link, at: URL) {
    const to = new URL(href, at)
    to.hash = ''
    const elsewhere = to.origin !== at.origin || !to.pathname.startsWith(`/${at.pathname.split('/')[1]}`)
    if (elsewhere || (post && !presses.some((pattern) => shapeOf(pattern).test(to.pathname)))) return []
    return [{ from: at.pathname + at.search, to, post }]
  }
}

/**
 * True if a page asks search engines not to index it.
 *
 * @param robots its header `X-Robots-Tag`.
 */
export function isUnlisted(robots: string | null, html: string): boolean {
  return /noindex/.test(robots ?? '') || /<meta name="robots" content="[^"]*noindex/.test(html)
}

/** The targets of a page: its links, and its forms; for search forms, the address with the values they hold. */
function linksIn(html: string): Link[] {
  const anchors = [...html.matchAll(/<a\b[^>]*\shref="([^"#][^"]*)"/g)].map(([, href = '']) => ({ href, post: false }))
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inner = '']) => {
    const action = /\saction="([^"]*)"/.exec(attributes)?.[1] ?? ''
    const post = /\smethod="post"/i.test(attributes)
    return { href: post ? action : `${action.replace(/[?#].*/, '')}?${new URLSearchParams(hiddenIn(inner))}`, post }
  })
  return [...anchors, ...forms].map(({ href, post }) => ({ href: href.replaceAll('&amp;', '&'), post }))
}

function hiddenIn(form: string): string[][] {
  const inputs = form.match(/<input\b[^>]*\stype="hidden"[^>]*>/g) ?? []
  return inputs.map((input) => [/\sname="([^"]*)"/.exec(input)?.[1] ?? '', /\svalue="([^"]*)"/.exec(input)?.[1] ?? ''])
}
