import { beforeEach, expect, it, vi } from 'vitest'
import { fakeCaches } from '@/tests/support/fake-caches'
import { sealCopy } from './copies'

type Hear = (event: object) => void
type Waits = { waitUntil: (work: Promise<unknown>) => void }
const heard = new Map<string, Hear>()

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('self', { addEventListener: (type: string, hear: Hear) => heard.set(type, hear) })
  vi.stubGlobal('location', { origin: 'https://site.example' })
  return () => vi.unstubAllGlobals()
})

/** The response of the worker to the visit of a page, and the work that it goes on with after the response. */
async function visit(pathname: string) {
  await import('./worker.entry')
  const after: Promise<unknown>[] = []
  let answer: Promise<Response> | undefined
  const event: Waits & { request: object; respondWith: (response: Promise<Response>) => void } = {
    request: { method: 'GET', mode: 'navigate', url: `https://site.example${pathname}` },
    respondWith: (response) => {
      answer = response
    },
    waitUntil: (work) => after.push(work),
  }
  heard.get('fetch')?.(event)
  return { answer, after: Promise.all(after) }
}

const PAGE = '/fr/courses/x/kept'

async function keepCourse(): Promise<void> {
  const cache = await caches.open('kept x fr v1 1')
  await cache.put(PAGE, new Response('copy'))
  await sealCopy(cache, {
    course: 'x',
    locale: 'fr',
    version: 'v1',
    release: 'r1',
    title: 'X',
    says: '',
    size: '',
    lessons: [],
    files: [],
  })
}

it('shows a kept page of a closed course a last time, however fast the site refuses the course', async () => {
  const stores = fakeCaches()
  await keepCourse()
  // A store that is slower than the site, as on a busy device.
  const { open } = caches
  vi.spyOn(caches, 'open').mockImplementation((name) => new Promise((done) => setTimeout(() => done(open(name)), 20)))
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }))

  const { answer, after } = await visit(PAGE)
  expect(await (await answer)?.text()).toBe('copy')
  await after
  expect([...stores.keys()]).toEqual([])
})

it('keeps the copy of a course that is open, or about which the site does not answer', async () => {
  const stores = fakeCaches()
  await keepCourse()
  for (const answered of [async () => Response.json({}), () => Promise.reject(new TypeError('Failed to fetch'))]) {
    vi.stubGlobal('fetch', answered)
    const { answer, after } = await visit(PAGE)
    expect(await (await answer)?.text()).toBe('copy')
    await after
    expect([...stores.keys()]).toHaveLength(1)
  }
})

it('leads to the kept worksheet without a network, and shows it there', async () => {
  fakeCaches()
  await keepCourse()
  const cache = await caches.open('kept x fr v1 1')
  await cache.put('/fr/practice/worksheet/kept', new Response('worksheet'))
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  vi.spyOn(Response, 'redirect').mockImplementation((to) => new Response(`to ${to}`))

  const led = await visit('/fr/practice/worksheet')
  expect(await (await led.answer)?.text()).toBe('to /fr/practice/worksheet/kept')
  const shown = await visit('/fr/practice/worksheet/kept')
  expect(await (await shown.answer)?.text()).toBe('worksheet')
})
