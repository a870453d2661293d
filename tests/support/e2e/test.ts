import { randomInt } from 'node:crypto'
import { type BrowserContext, test as base, type ConsoleMessage, type Request, type WebError } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import type { Library } from '@/domain/library/library'
import { expect } from './accessibility'
import { type Ask, askFrom } from './ask'
import { accountsOf, type Cast, makeCast, type Role } from './cast'
import { CLOSED_COURSE, COURSE } from './course-ids'
import type { Attempt, Rows, Someone } from './rows'
import { openRows } from './rows-client'

export { expect } from './accessibility'
export { CLOSED_COURSE, COURSE, PUBLIC_COURSE } from './course-ids'
export type { Someone } from './rows'

type Wanted = Parameters<Rows['person']>[0] & { enrolledIn?: readonly string[] }
type TestFixtures = {
  /** Console errors that the test provokes. */
  provokes: RegExp | null
  /** The network address of this test. Each test has its own, so that they share no rate limits. */
  address: string
  /** Makes an account and signs it in; removed after the test. With `null` for the context, no browser is signed in. */
  login: (wanted?: Wanted, context?: BrowserContext | null) => Promise<Someone>
  enrol: (someone: Someone) => Promise<void>
  completeLessons: (someone: Someone, count?: number) => Promise<void>
  startAttempt: (someone: Someone) => Promise<Attempt>
  /** A learner in an exam: signed in, every lesson done, an attempt under way. */
  sit: (wanted?: Wanted) => Promise<{ someone: Someone; attempt: Attempt }>
  /** Signs the browser in as one of the cast, whom no test may change. */
  as: (role: Role | null) => Promise<void>
  /** Requests pages without a browser, from the address of this test, with this session or with none. */
  ask: (cookie: string | null) => Ask
  /** An e-mail address whose account is removed after the test. */
  newEmail: string
}
type WorkerFixtures = {
  rows: Rows
  course: Course
  /** Every published course by its id. */
  courses: Record<string, Course>
  library: Library
  cast: Cast
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  rows: [
    async ({ browserName: _ }, use) => {
      const { rows, close } = openRows()
      await use(rows)
      await close()
    },
    { scope: 'worker' },
  ],
  course: [async ({ rows }, use) => use(await rows.course(COURSE)), { scope: 'worker' }],
  courses: [
    async ({ rows }, use) => {
      const all = await rows.courses()
      await use(Object.fromEntries(all.map((each) => [each.file.id, each])))
    },
    { scope: 'worker' },
  ],
  library: [async ({ rows }, use) => use(await rows.library()), { scope: 'worker' }],
  cast: [
    async ({ rows }, use) => {
      const cast = await makeCast(rows, COURSE, CLOSED_COURSE)
      await use(cast)
      await rows.remove({ ids: accountsOf(cast) })
    },
    { scope: 'worker' },
  ],

  provokes: [null, { option: true }],
  address: async ({ browserName: _ }, use) => {
    await use(`10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`)
  },
  extraHTTPHeaders: async ({ address }, use) => use({ 'x-forwarded-for': address }),

  // A test that opens no page has no browser context to wait for.
  context: async ({ context, baseURL, provokes }, use) => {
    const { faults } = watchPages(context, baseURL, provokes)
    await use(context)
    expect(faults).toEqual([])
  },

  login: async ({ rows, context: own, baseURL }, use) => {
    const made: string[] = []
    await use(async ({ enrolledIn = [], ...wanted } = {}, context = own) => {
      const someone = await rows.person(wanted)
      made.push(someone.accountId)
      for (const course of enrolledIn) await rows.enrol(someone, course)
      if (context) await signIn(context, someone.cookie, baseURL)
      return someone
    })
    if (made.length > 0) await rows.remove({ ids: made })
  },
  enrol: async ({ rows }, use) => use((someone) => rows.enrol(someone, COURSE)),
  completeLessons: async ({ rows }, use) => use((someone, count) => rows.completeLessons(someone, COURSE, count)),
  startAttempt: async ({ rows }, use) => use((someone) => rows.startAttempt(someone, COURSE)),
  sit: async ({ login, completeLessons, startAttempt }, use) => {
    await use(async (wanted) => {
      const someone = await login({ ...wanted, enrolledIn: [COURSE] })
      await completeLessons(someone)
      return { someone, attempt: await startAttempt(someone) }
    })
  },
  as: async ({ cast, context, baseURL }, use) => {
    await use(async (role) => {
      await context.clearCookies()
      if (role) await signIn(context, cast[role].cookie, baseURL)
    })
  },
  ask: async ({ address }, use) => use((cookie) => askFrom(address, cookie)),
  newEmail: async ({ rows, address }, use) => {
    const email = `reader-${address.replaceAll('.', '-')}@example.ma`
    await use(email)
    await rows.remove({ email })
  },
})

/** Lists the errors that pages write to the console, and their requests to other hosts. */
export function watchPages(context: BrowserContext, baseURL = '', provokes: RegExp | null = null) {
  const faults: string[] = []
  const documents = new Set<string>()
  const host = new URL(baseURL).hostname
  const onMessage = (message: ConsoleMessage) => {
    const { url } = message.location()
    // Chromium logs the error status of a page; the test itself checks that status.
    const expected = documents.has(url.replace(/#.*/, '')) || provokes?.test(`${message.text()} ${url}`)
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()} ${url}`)
  }
  const onError = (error: WebError) => void faults.push(`error: ${error.error().stack}`)
  const onRequest = (request: Request) => {
    const url = new URL(request.url())
    if (request.isNavigationRequest()) documents.add(url.href)
    if (url.protocol.startsWith('http') && url.hostname !== host) faults.push(`another host: ${url}`)
  }
  context.on('console', onMessage).on('weberror', onError).on('request', onRequest)
  const stop = () => context.off('console', onMessage).off('weberror', onError).off('request', onRequest)
  return { faults, stop }
}

/** Puts the session cookie into a browser. */
export async function signIn(context: BrowserContext, cookie: string, baseURL = ''): Promise<void> {
  await context.addCookies([{ name: 'session', value: cookie, url: baseURL, httpOnly: true, sameSite: 'Lax' }])
}
