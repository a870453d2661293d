import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { offerSite } from './offer-site'

const SITE = 'https://site.test'
const heard = new Map<string, () => void>()
let link: { href: string }
let bar: { hidden: boolean; querySelector: () => typeof link }
let logo: { href: string; dataset: { home: string } }

/** A kept page, opened at an address. */
function open(pathname: string, onLine: boolean) {
  vi.stubGlobal('navigator', { onLine })
  vi.stubGlobal('location', { pathname, href: `${SITE}${pathname}` })
  offerSite()
}

/** The network comes or goes while the page is open. */
function turn(event: 'online' | 'offline') {
  vi.stubGlobal('navigator', { onLine: event === 'online' })
  heard.get(event)?.()
}

beforeEach(() => {
  link = { href: `${SITE}/ar/courses/x/lessons/a` }
  bar = { hidden: true, querySelector: () => link }
  logo = { href: `${SITE}/ar/offline`, dataset: { home: '/ar' } }
  vi.stubGlobal('document', { querySelector: (what: string) => (what === 'a[data-home]' ? logo : bar) })
  vi.stubGlobal('addEventListener', (name: string, hear: () => void) => heard.set(name, hear))
})
afterEach(() => {
  heard.clear()
  vi.unstubAllGlobals()
})

it('leads to the same page of the site, and its logo to the home page, when it is opened with a network', () => {
  open('/ar/courses/x/kept/a', true)

  expect(bar.hidden).toBe(false)
  expect(link.href).toBe(`${SITE}/ar/courses/x/lessons/a`)
  expect(logo.href).toBe('/ar')
})

it('says so when the network comes back, and takes it back when it is lost', () => {
  open('/ar/courses/x/kept/a', false)
  expect([bar.hidden, logo.href]).toEqual([true, `${SITE}/ar/offline`])

  turn('online')
  expect([bar.hidden, logo.href]).toEqual([false, '/ar'])

  turn('offline')
  expect([bar.hidden, logo.href]).toEqual([true, `${SITE}/ar/offline`])
})

it('leads to the page that was asked for, if the list of what is kept is shown in its place', () => {
  open('/ar/account', false)
  turn('online')

  expect(link.href).toBe(`${SITE}/ar/account`)
})

it.each(['/ar/offline', '/ar/courses/x/kept', '/ar/courses/kept/kept/a', '/ar/practice/worksheet/kept'])(
  'never leads from the kept page %s to itself',
  (pathname) => {
    open(pathname, true)

    expect(link.href).toBe(`${SITE}/ar/courses/x/lessons/a`)
  },
)
