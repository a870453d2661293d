import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptCopy } from '@/domain/course/kept/kept-copy'
import { fakeCaches } from '@/tests/support/fake-caches'
import { dropCopies, findCopies, findKept } from './copies'
import { askForCopy, keepCopy, type NotKept } from './make-copy'
import { checkStillOpen } from './still-open'

const PAGES: Record<string, string> = {
  '/fr/courses/x/kept': 'list',
  '/fr/courses/x/kept/a': 'lesson',
  '/assets/s.css': 'a{}',
}
function copyOf(pages: Record<string, string>, version = 'v1'): KeptCopy {
  const files = Object.entries(pages).map(([href, text]) => ({
    href,
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: text.length,
  }))
  return { course: 'x', locale: 'fr', version, release: 'r1', title: 'X', says: '', size: '', lessons: [], files }
}

type Answer = Response | 'down'
/** A site with these pages. It expects one request at a time. `first`: its first answers to an address. */
function site(pages: Record<string, string>, first: Record<string, Answer[]> = {}) {
  const asked: string[] = []
  let open = 0
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    open += 1
    expect(open).toBe(1)
    await Promise.resolve()
    open -= 1
    const answer = first[address]?.shift() ?? new Response(pages[address], { headers: { 'x-kept': 'yes' } })
    if (answer === 'down') throw new TypeError('Failed to fetch')
    return answer
  })
  return asked
}
const WAIT_MS = 50
const busy = () => new Response(null, { status: 503, headers: { 'retry-after': String(WAIT_MS / 1000) } })

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'kept',
    (error: { why: NotKept }) => error.why,
  )
const tell = () => {}
const text = async (address: string) => (await findKept(address))?.text()

beforeEach(() => void fakeCaches())
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a copy', () => {
  it('is kept file by file with the headers, and reports its progress', async () => {
    const asked = site(PAGES)
    const shares: number[] = []
    await keepCopy(copyOf(PAGES), (share) => shares.push(share))

    expect(asked).toEqual(Object.keys(PAGES))
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const kept = await findKept('/fr/courses/x/kept/a')
    expect([await kept?.text(), kept?.headers.get('x-kept')]).toEqual(['lesson', 'yes'])
    expect((await findCopies()).map(({ copy }) => copy.version)).toEqual(['v1'])
  })

  it('replaces the previous copy of the same course and language, and no other copy', async () => {
    site({ ...PAGES, '/ar': 'ar' })
    await keepCopy(copyOf(PAGES), tell, 1)
    await keepCopy({ ...copyOf({ '/ar': 'ar' }), locale: 'ar' }, tell, 2)
    const newer = { ...PAGES, '/fr/courses/x/kept/a': 'newer' }
    site(newer)
    await keepCopy(copyOf(newer, 'v2'), tell, 3)

    expect((await findCopies()).map(({ copy }) => `${copy.locale} ${copy.version}`)).toEqual(['fr v2', 'ar v1'])
    expect(await text('/fr/courses/x/kept/a')).toBe('newer')
    await dropCopies({ course: 'x', locale: 'ar' })
    expect(await findCopies()).toHaveLength(1)
    await dropCopies()
    expect(await findCopies()).toEqual([])
  })

  it.each([
    ['no-network', 'down'],
    ['refused', new Response(null, { status: 404 })],
    ['changed', new Response('another text')],
  ] as const)('fails as a whole (%s), and leaves the previous copy unchanged', async (why, answer) => {
    site(PAGES)
    await keepCopy(copyOf(PAGES), tell, 1)
    const before = await caches.keys()
    site(PAGES, { '/assets/s.css': [answer as Answer] })

    expect(await failure(keepCopy(copyOf(PAGES, 'v2'), tell, 2))).toBe(why)
    expect(await caches.keys()).toEqual(before)
    expect(await text('/fr/courses/x/kept')).toBe('list')
  })

  it('is not made if there is no room, even if only the last entry lacks it', async () => {
    for (const room of [0, 1, 3]) {
      const stores = fakeCaches(room)
      site(PAGES)
      expect(await failure(keepCopy(copyOf(PAGES), tell))).toBe('full')
      expect([...stores.keys()]).toEqual([])
    }
  })

  it('waits for a busy site as long as the site asks, and gives up after four attempts', async () => {
    const asked = site(PAGES, { '/assets/s.css': [busy()] })
    const began = performance.now()
    expect(await failure(keepCopy(copyOf(PAGES), tell))).toBe('kept')
    expect(asked.filter((address) => address === '/assets/s.css')).toHaveLength(2)
    expect(performance.now() - began).toBeGreaterThan(WAIT_MS - 5)

    const list = '/api/courses/x/kept?lang=fr'
    const times = site(PAGES, { [list]: Array.from({ length: 9 }, busy) })
    expect(await failure(askForCopy('x', 'fr'))).toBe('busy')
    expect(times).toHaveLength(4)
  })
})

describe('a course that is closed after it was kept', () => {
  const list = '/api/courses/x/kept?lang=fr'
  const ways = [
    ['its page', () => failure(askForCopy('x', 'fr'))],
    ['a kept page', () => checkStillOpen('x', 'fr')],
  ] as const
  /** Copies of the course in two languages, and of another course. */
  async function keepSome() {
    site({ ...PAGES, '/ar': 'ar' })
    await keepCopy(copyOf(PAGES), tell, 1)
    await keepCopy({ ...copyOf({ '/ar': 'ar' }), locale: 'ar' }, tell, 2)
    await keepCopy({ ...copyOf({ '/ar': 'ar' }), course: 'y' }, tell, 3)
  }
  const keptNow = async () => (await findCopies()).map(({ copy }) => `${copy.course} ${copy.locale}`).toSorted()

  describe.each(ways)('is detected by %s', (_, way) => {
    it.each([401, 403, 404, 410])('and is deleted from the device in all languages (%i)', async (status) => {
      await keepSome()
      const asked = site(PAGES, { [list]: [new Response(null, { status })] })
      await way()
      expect(asked).toEqual([list])
      expect(await keptNow()).toEqual(['y fr'])
    })

    it('and stays without a network, or if the request itself is wrong', async () => {
      await keepSome()
      for (const answer of ['down', new Response(null, { status: 400 })] as const) {
        site(PAGES, { [list]: [answer] })
        await way()
        expect(await keptNow()).toEqual(['x ar', 'x fr', 'y fr'])
      }
    })
  })

  it('stays on the device while the site is busy', async () => {
    await keepSome()
    for (const status of [429, 500, 503]) {
      site(PAGES, { [list]: [new Response(null, { status })] })
      await checkStillOpen('x', 'fr')
    }
    expect(await keptNow()).toEqual(['x ar', 'x fr', 'y fr'])
  })

  it('is reported as closed on its page, unlike a single missing file', async () => {
    site(PAGES, { [list]: [new Response(null, { status: 404 })] })
    expect(await failure(askForCopy('x', 'fr'))).toBe('closed')
    site(PAGES, { '/assets/s.css': [new Response(null, { status: 404 })] })
    expect(await failure(keepCopy(copyOf(PAGES), tell, 1))).toBe('refused')
  })
})

it('a store that was not finished is no copy: nothing is shown of it, and the next copy deletes it', async () => {
  const half = await caches.open('kept x fr v0 7')
  await half.put('/fr/courses/x/kept', new Response('half'))
  expect(await findCopies()).toEqual([])
  expect(await text('/fr/courses/x/kept')).toBeUndefined()
  site(PAGES)
  await keepCopy(copyOf(PAGES), tell, 8)
  expect(await caches.keys()).toEqual(['kept x fr v1 8'])
})
