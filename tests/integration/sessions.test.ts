import { beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as postAccount } from '@/app/[locale]/(learn)/account/route'
import { isPlatformRole, ROLES } from '@/domain/auth/role'
import { openSessions } from '@/server/account/open-sessions'
import { signIn } from '@/server/account/sign-in'
import { type Caller, newCaller } from '@/server/auth/caller'
import { browserSecret } from '@/server/auth/known-browser'
import { permitToReadAccount } from '@/server/auth/permit'
import { openSession } from '@/server/auth/session'
import { db } from '@/server/db/client'
import { browserOf, callAs, callFrom } from '@/tests/support/next-headers'
import { insertPerson, mayRead } from '@/tests/support/people'
import { giveRole, makeInstitution } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const ago = (ms: number) => new Date(Date.now() - ms)
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0'

beforeEach(() => callAs(null, '192.0.2.1', ''))

type Times = { createdAt?: Date; lastSeenAt?: Date }
async function personSince(times: Times) {
  const person = await insertPerson()
  await db().session.update({ where: { id: person.sessionId }, data: times })
  await callAs(person.sessionId)
  return person
}

/** Whether each of the three ways to look up a session finds it. */
async function found(): Promise<boolean[]> {
  const query = { courseId: 'none', withQuestions: false }
  const sessions = [
    await newCaller().session(),
    (await newCaller().learnerIn(query)).session,
    (await newCaller().examineeIn({ ...query, attemptId: null })).session,
  ]
  return sessions.map((session) => session !== null)
}
const ALL = [true, true, true]
const NONE = [false, false, false]

describe('a session of staff', () => {
  const OTHER_THAN_LEARNER = ROLES.filter((role) => role !== 'learner')
  const platformOr = async (role: (typeof ROLES)[number]) =>
    isPlatformRole(role) ? null : makeInstitution(role === 'commission-member' ? 'commission' : 'school')

  it.each(OTHER_THAN_LEARNER)('ends after half an hour without a request (%s)', async (role) => {
    const { accountId, sessionId } = await personSince({ lastSeenAt: ago(31 * MINUTE_MS) })
    expect(await found()).toEqual(ALL)
    await db().session.update({ where: { id: sessionId }, data: { lastSeenAt: ago(31 * MINUTE_MS) } })

    await giveRole(accountId, role, await platformOr(role))

    expect(await found()).toEqual(NONE)
    await db().session.update({ where: { id: sessionId }, data: { lastSeenAt: ago(29 * MINUTE_MS) } })
    expect(await found()).toEqual(ALL)
  })

  it('ends after twelve hours however often it is used', async () => {
    const { accountId, sessionId } = await personSince({ createdAt: ago(12 * HOUR_MS + MINUTE_MS) })
    await giveRole(accountId, 'administrator', await makeInstitution())

    expect(await found()).toEqual(NONE)
    await db().session.update({ where: { id: sessionId }, data: { createdAt: ago(12 * HOUR_MS - MINUTE_MS) } })
    expect(await found()).toEqual(ALL)
  })

  it('stays ended when the clock of the server is behind', async () => {
    const { accountId } = await personSince({ lastSeenAt: ago(31 * MINUTE_MS) })
    await giveRole(accountId, 'administrator', await makeInstitution())
    vi.useFakeTimers({ toFake: ['Date'], now: ago(HOUR_MS) })
    try {
      expect(await found()).toEqual(NONE)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is removed at her next sign-in: it does not come back with the end of her role', async () => {
    const { accountId, sessionId } = await personSince({ lastSeenAt: ago(31 * MINUTE_MS) })
    await giveRole(accountId, 'tutor', await makeInstitution())

    await openSession(accountId, new Date())

    expect(await db().session.findUnique({ where: { id: sessionId } })).toBeNull()
    expect(await found()).toEqual(ALL)
  })
})

describe('a session of a learner', () => {
  it('lasts its thirty days, used or not', async () => {
    const { accountId } = await personSince({ createdAt: ago(29 * DAY_MS), lastSeenAt: ago(29 * DAY_MS) })
    await giveRole(accountId, 'learner', await makeInstitution())

    expect(await found()).toEqual(ALL)
  })

  it('works again once her role has ended, or her institution is archived', async () => {
    const { accountId } = await personSince({ lastSeenAt: ago(DAY_MS), createdAt: ago(DAY_MS) })
    const [left, archived] = [await makeInstitution(), await makeInstitution()]
    for (const institutionId of [left, archived]) await giveRole(accountId, 'administrator', institutionId)
    expect(await found()).toEqual(NONE)

    await db().role.updateMany({ where: { accountId, institutionId: left }, data: { held: null, endedAt: new Date() } })
    await db().institution.update({ where: { id: archived }, data: { archivedAt: new Date() } })

    expect(await found()).toEqual(ALL)
  })
})

describe('a caller', () => {
  const query = { courseId: 'none', withQuestions: false }

  it.each([
    ['the session', (caller: Caller) => caller.session()],
    ['a course', (caller: Caller) => caller.learnerIn(query)],
    ['an attempt', (caller: Caller) => caller.examineeIn({ ...query, attemptId: null })],
    ['the roles', (caller: Caller) => caller.staff()],
  ])('knows the session of the request after the first look-up, which may be for %s', async (_, lookUp) => {
    const { sessionId, accountId } = await personSince({})
    const caller = newCaller()
    await lookUp(caller)
    await db().session.delete({ where: { id: sessionId } })

    expect((await caller.session())?.sessionId).toBe(sessionId)
    expect(await caller.actor()).toMatchObject({ kind: 'person', accountId })
    expect(await newCaller().session()).toBeNull()
  })

  it('is anonymous without a cookie, and has no account to read', async () => {
    expect(await newCaller().actor()).toEqual({ kind: 'anonymous' })
    await expect(permitToReadAccount(newCaller())).rejects.toMatchObject({ code: 'sign-in-required' })
  })
})

describe('the last use of a session', () => {
  const lastSeen = async (id: string) => (await db().session.findUniqueOrThrow({ where: { id } })).lastSeenAt

  it.each([
    ['a page', () => newCaller().session()],
    ['a page of a course', () => newCaller().learnerIn({ courseId: 'none', withQuestions: false })],
    ['an answer', () => newCaller().examineeIn({ courseId: 'none', attemptId: null, withQuestions: false })],
  ])('is noted by %s, once a minute', async (_, ask) => {
    const { sessionId } = await personSince({ lastSeenAt: ago(2 * MINUTE_MS) })
    await Promise.all([ask(), ask(), ask()])
    const noted = await lastSeen(sessionId)
    expect(Date.now() - noted.getTime()).toBeLessThan(30 * SECOND_MS)

    await ask()
    expect(await lastSeen(sessionId)).toEqual(noted)
  })

  it('that cannot be recorded keeps nobody from her page', async () => {
    const { sessionId } = await personSince({ lastSeenAt: ago(2 * MINUTE_MS) })
    await db().$executeRaw`
      create function refuse_use() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`
    await db().$executeRaw`
      create trigger refuse_use before update on "Session" for each row execute function refuse_use()`
    try {
      expect((await newCaller().session())?.sessionId).toBe(sessionId)
    } finally {
      await db().$executeRaw`drop function refuse_use cascade`
    }
  })
})

describe('the list of sessions', () => {
  it('names each browser, the last used first, and leaves out what has ended', async () => {
    const person = await personSince({ lastSeenAt: ago(HOUR_MS) })
    await callAs(null, '192.0.2.1', FIREFOX)
    await openSession(person.accountId, new Date())
    const expired = { accountId: person.accountId, expiresAt: ago(1) }
    await db().session.create({ data: expired })

    const list = await openSessions(mayRead(person), new Date())

    expect(list.map(({ browser }) => browser)).toEqual(['Firefox, Windows', null])
    await giveRole(person.accountId, 'support', null)
    expect((await openSessions(mayRead(person), new Date())).map(({ browser }) => browser)).toEqual([
      'Firefox, Windows',
    ])
  })

  const end = (session: string) =>
    postAccount(
      new Request('http://localhost:3000/fr/account', {
        method: 'POST',
        body: new URLSearchParams({ act: 'sessions', session }),
      }),
      { params: Promise.resolve({ locale: 'fr' }) },
    )
  const left = async (accountId: string) =>
    (await db().session.findMany({ where: { accountId } })).map(({ id }) => id).toSorted()

  it('ends one of them, even if asked twice at once, and forgets its browser', async () => {
    const person = await personSince({})
    const here = browserOf()
    await callAs(null)
    await openSession(person.accountId, new Date())
    const lost = await db().session.findFirstOrThrow({
      where: { accountId: person.accountId, NOT: { id: person.sessionId } },
    })
    callFrom(here)

    const answers = await Promise.all([end(lost.id), end(lost.id)])

    for (const { status, headers } of answers) {
      expect([status, headers.get('location')]).toEqual([303, '/fr/account?done=sessions#sessions'])
    }
    expect(await left(person.accountId)).toEqual([person.sessionId])
    expect(await db().knownBrowser.count({ where: { accountId: person.accountId } })).toBe(0)
  })

  it('ends no session of another person, and refuses an invalid id', async () => {
    const other = await insertPerson()
    const person = await personSince({})

    await end(other.sessionId)
    expect((await end('x')).status).toBe(400)
    expect((await end('')).status).toBe(400)

    expect(await left(other.accountId)).toEqual([other.sessionId])
    expect(await left(person.accountId)).toEqual([person.sessionId])
  })
})

describe('wrong passwords for one account from many addresses', () => {
  const START = new Date()
  const at = (seconds: number) => new Date(START.getTime() + seconds * SECOND_MS)
  const PASSWORD = 'trois dossiers ce matin'
  const guess = (email: string, seconds: number) =>
    signIn({ email, password: 'not the right one' }, visitOf({ now: at(seconds) }))

  /** Ten attempts from ten addresses at once, then each further attempt as soon as the rate limiter allows it. */
  async function attack(email: string, waits: readonly number[]): Promise<number> {
    for (let time = 0; time < 10; time++) expect(await guess(email, 0)).toEqual({ status: 'wrong' })
    let seconds = 0
    for (const wait of waits) {
      expect(await guess(email, seconds)).toEqual({ status: 'wrong' })
      expect(await guess(email, seconds + wait - 1)).toEqual({ status: 'locked', until: at(seconds + wait) })
      seconds += wait
    }
    return seconds
  }

  it.each([
    ['a known e-mail', async () => (await insertPerson()).email],
    ['an unknown e-mail', async () => `nobody-${Date.now()}@example.ma`],
  ])('must wait longer and longer, up to a minute (%s)', async (_, makeEmail) => {
    await attack(await makeEmail(), [5, 10, 20, 40, 60, 60])
  })

  it('do not keep out the browser that she signed in with before, nor her own network', async () => {
    const { email, accountId } = await insertPerson()
    await callAs(null, '198.51.100.7')
    await openSession(accountId, new Date())
    const browser = await browserSecret()
    const seconds = await attack(email, [5, 10])
    await guess(email, seconds)
    const enter = (visit: object) =>
      signIn({ email, password: PASSWORD }, { ...visitOf({ now: at(seconds) }), ...visit })

    expect(await enter({})).toMatchObject({ status: 'locked' })
    expect(await enter({ browser: 'x'.repeat(32) })).toMatchObject({ status: 'locked' })
    expect(await enter({ browser })).toMatchObject({ status: 'signed-in' })
    expect(await enter({ address: '198.51.100.7' })).toMatchObject({ status: 'signed-in' })
  })

  it('do not lock out an address that tried while it had to wait', async () => {
    const { email } = await insertPerson()
    const seconds = await attack(email, [5])
    await guess(email, seconds)
    const hers = visitOf()
    const enter = (second: number) => signIn({ email, password: PASSWORD }, { ...hers, now: at(second) })
    for (let time = 0; time < 6; time++) expect(await enter(seconds + 1)).toMatchObject({ until: at(seconds + 10) })

    expect(await enter(seconds + 10)).toMatchObject({ status: 'signed-in' })
  })

  it('in a known browser lock only that browser, whatever its address', async () => {
    const { email, accountId } = await insertPerson()
    await openSession(accountId, new Date())
    const browser = await browserSecret()
    const typed = (visit: object) =>
      signIn({ email, password: 'not the right one' }, { ...visitOf({ now: START }), ...visit })
    const statuses = []
    for (let time = 0; time < 4; time++) statuses.push((await typed({ browser })).status)

    expect(statuses).toEqual(['wrong', 'wrong', 'wrong', 'locked'])
    expect(await typed({})).toEqual({ status: 'wrong' })
  })
})

describe('a known browser', () => {
  it('keeps one secret for everybody who signs in there, with a row for each person', async () => {
    const [one, two] = [await insertPerson(), await insertPerson()]
    await openSession(one.accountId, new Date())
    const secret = await browserSecret()
    await openSession(two.accountId, new Date())
    await openSession(one.accountId, new Date())

    expect(await browserSecret()).toBe(secret)
    const rows = await db().knownBrowser.findMany({ where: { accountId: { in: [one.accountId, two.accountId] } } })
    expect(rows.map(({ accountId }) => accountId).toSorted()).toEqual([one.accountId, two.accountId].toSorted())
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain('192.0.2.1')
  })
})
