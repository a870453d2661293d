import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as signInRoute from '@/app/[locale]/(auth)/sign-in/route'
import * as schoolRoute from '@/app/[locale]/(auth)/sign-in/school/route'
import * as accountRoute from '@/app/[locale]/(learn)/account/route'
import { GET as comeBack, HEAD as readAhead } from '@/app/api/auth/callback/[institution]/route'
import type { LetterKind } from '@/domain/letter/letter'
import { translator } from '@/i18n/translator'
import { makeResetLink } from '@/server/account/email-link'
import { resetPassword } from '@/server/account/reset-password'
import { newCaller } from '@/server/auth/caller'
import { permitFor } from '@/server/auth/permit'
import { findAccount } from '@/server/db/account/accounts'
import { database, db, openDatabase } from '@/server/db/client'
import { type Env, env } from '@/server/env'
import { escapeHtml } from '@/server/escape-html'
import { archiveInstitution } from '@/server/institution/institutions'
import type { Net } from '@/server/outbound/send'
import { admitPerson } from '@/server/sign-on/admit-person'
import { redirectUriOf } from '@/server/sign-on/begin'
import { removeDomain } from '@/server/sign-on/domains'
import { unlinkAccount } from '@/server/sign-on/my-accounts'
import { insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { falseProvider } from '@/tests/support/false-provider'
import { holdRow, untilWaiting } from '@/tests/support/held-row'
import { identityProvider, NOBODY } from '@/tests/support/identity-provider'
import { browserOf, callAs, callFrom, cookies } from '@/tests/support/next-headers'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, mayChange, PASSWORD } from '@/tests/support/people'
import { schoolWith } from '@/tests/support/sign-on'
import { freePort } from '@/tests/support/site'
import { actorNow, giveRole, makeInstitution, passSecondFactor } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'
import { testNet } from '@/tests/support/webhooks'

const network = vi.hoisted(() => ({ now: null as unknown }))
vi.mock('@/server/outbound/send', async (original) => {
  const real = await original<typeof import('@/server/outbound/send')>()
  return { ...real, openNet: (named: readonly string[]) => (network.now ?? real.openNet(named)) as Net }
})
// Work that a test runs just before a session is opened, after which the provider is checked again.
const between = vi.hoisted(() => ({ run: async (): Promise<unknown> => null }))
vi.mock('@/server/auth/session', async (original) => {
  const real = await original<typeof import('@/server/auth/session')>()
  const openSession: typeof real.openSession = async (...given) => {
    await between.run()
    return real.openSession(...given)
  }
  return { ...real, openSession }
})

ownOutbox()
// The address of a provider of the tests is known only once it listens.
const setUp = (settings: Partial<Env>) => env.set({ ...env(), ...settings })

const t = translator('fr')
const said = (text: string) => escapeHtml(text)
const PAGES = { '/sign-in/school': schoolRoute, '/sign-in': signInRoute, '/account': accountRoute }
type Page = keyof typeof PAGES

/** Requests a page, or posts its form, in the current browser. */
async function call(address: string, form?: Record<string, string>) {
  const url = new URL(address, 'http://localhost:3000')
  const route = PAGES[url.pathname.slice(3) as Page]
  const request = new Request(url, form && { method: 'POST', body: new URLSearchParams(form) })
  const response = await (form ? route.POST : route.GET)(request, { params: Promise.resolve({ locale: 'fr' }) })
  return {
    status: response.status,
    to: response.headers.get('location'),
    refresh: response.headers.get('refresh'),
    headers: response.headers,
    html: await response.text(),
  }
}

/** Starts a sign-on at the provider of an institution. @returns the address of the sign-in page of the provider. */
async function setOut(institution: string, query = ''): Promise<string> {
  const page = await call(`/fr/sign-in/school${query}`, { institution, password: PASSWORD })
  expect(page.status).toBe(200)
  const url = page.refresh?.replace(/^0; url=/, '') ?? ''
  expect(page.html).toContain(`href="${escapeHtml(url)}"`)
  return url
}

/** Comes back to the site from the provider. @returns the address of the redirect. */
async function arrive(url: URL, institution = url.pathname.split('/').at(-1) ?? ''): Promise<string | null> {
  const request = new Request(url, { headers: { 'accept-language': 'fr' } })
  const answer = await comeBack(request, { params: Promise.resolve({ institution }) })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')
}

const who = async () => (await newCaller().session())?.accountId ?? null
const refusedAs = (notice: string) => `/fr/sign-in?school=${notice}`
const identities = (institutionId: string) => db().linkedIdentity.findMany({ where: { institutionId, endedAt: null } })
const unlink = (identity = '', current = PASSWORD) => call('/fr/account', { act: 'school-accounts', identity, current })
const letters = (accountId: string, kind: LetterKind = 'schoolAccountLinked') =>
  db().mail.findMany({ where: { accountId, kind } })
const acts = (subjectId: string) =>
  db().auditEntry.findMany({ where: { subjectId, act: { startsWith: 'school-account' } }, orderBy: { id: 'asc' } })

const named: string[] = []
const opened: { close: () => Promise<void> }[] = []
const allow = (provider: { host: string; close: () => Promise<void> }) => {
  named.push(provider.host)
  opened.push(provider)
}
afterAll(() => Promise.all(opened.map((one) => one.close())))
let addresses = 1
beforeEach(async () => {
  network.now = testNet(named)
  await callAs(null, `198.51.100.${addresses++}`)
})

/** An institution with a real provider. */
async function realSchool(institutionId?: string) {
  const id = institutionId ?? (await makeInstitution('school', `École ${randomUUID().slice(0, 6)}`))
  const provider = await identityProvider({
    redirectUris: [redirectUriOf(id)],
    backTo: ['http://localhost:3000/fr/sign-in'],
  })
  allow(provider)
  return { provider, ...(await schoolWith(provider.issuer, { institutionId: id })) }
}
type RealSchool = Awaited<ReturnType<typeof realSchool>>

/** A person whom the provider knows by the address of an account here. */
async function knownPerson({ provider, domain }: RealSchool, known: { email_verified?: unknown; acr?: string } = {}) {
  const person = await insertPerson({ email: `${randomUUID()}@${domain}`, locale: 'fr' })
  const subject = randomUUID()
  provider.people.set(subject, { email: person.email, email_verified: true, ...known })
  return { ...person, subject }
}

async function signOn({ provider, institutionId }: RealSchool, subject: string, query = '') {
  return arrive(await provider.visit(await setOut(institutionId, query), subject))
}

/** An institution with a false provider, and a person whom it knows by the address of an account here. */
async function falseSchool(stated: { email_verified?: unknown } = {}) {
  const domain = `${randomUUID()}.ma`
  const person = await insertPerson({ email: `${randomUUID()}@${domain}`, locale: 'fr' })
  const provider = await falseProvider({ sub: randomUUID(), email: person.email, email_verified: true, ...stated })
  allow(provider)
  return { provider, person, ...(await schoolWith(provider.issuer, { domains: [domain] })) }
}

/** An administrator of the platform who has just given her code. */
async function platformNow() {
  const platform = await insertPerson()
  await giveRole(platform.accountId, 'platform-administrator', null)
  await passSecondFactor(platform.accountId)
  return actorNow(platform)
}

describe('signing on with a real provider', () => {
  it('links the account with a verified address of the domain, tells its owner and signs her in', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    const next = '/fr/courses/fundamentals'

    expect(await signOn(school, subject, `?next=${encodeURIComponent(next)}`)).toBe(next)

    expect(await who()).toBe(accountId)
    const [identity] = await identities(school.institutionId)
    expect(identity).toMatchObject({ accountId, subject, issuer: school.provider.issuer })
    expect(identity?.lastUsedAt).not.toBeNull()
    expect(await letters(accountId)).toHaveLength(1)
    expect(await acts(accountId)).toMatchObject([
      { act: 'school-account-linked', actorId: accountId, institutionId: school.institutionId },
    ])
  })

  it('signs in to the linked account again, even if the address has changed, and links nothing twice', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    await signOn(school, subject)
    school.provider.people.set(subject, { email: 'elsewhere@autre.ma', email_verified: false })
    await callAs(null)

    expect(await signOn(school, subject)).toBe('/fr/learning')

    expect(await who()).toBe(accountId)
    expect(await identities(school.institutionId)).toHaveLength(1)
    expect(await letters(accountId)).toHaveLength(1)
  })

  it('goes on after the provider has changed its key', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    await signOn(school, subject)
    await callAs(null)
    school.provider.changeKey()

    expect(await signOn(school, subject)).toBe('/fr/learning')
    expect(await who()).toBe(accountId)
  })

  it('says that she cancelled at the provider', async () => {
    const school = await realSchool()

    expect(await signOn(school, NOBODY)).toBe(refusedAs('cancelled'))
    expect((await call(refusedAs('cancelled'))).html).toContain(said(t('schoolAccount.notices.cancelled')))
    expect(await who()).toBeNull()
  })

  it('opens a session that can be ended at once, and stores the token sealed', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    await signOn(school, subject)
    const session = await db().session.findFirstOrThrow({ where: { accountId, identityId: { not: null } } })
    expect(session.idToken).not.toMatch(/^ey/)

    await db().session.delete({ where: { id: session.id } })
    expect(await who()).toBeNull()
  })

  it('does not make the browser known, unlike a password', async () => {
    const school = await realSchool()
    const { accountId, email, subject } = await knownPerson(school)
    const known = () => db().knownBrowser.count({ where: { accountId } })
    for (let time = 0; time < 2; time += 1) {
      await callAs(null)
      await signOn(school, subject)
      expect((await cookies()).get('browser')).toBeUndefined()
    }
    expect(await known()).toBe(0)
    expect(await db().session.count({ where: { accountId, browserId: { not: null } } })).toBe(0)

    await callAs(null)
    await call('/fr/sign-in', { email, password: PASSWORD })
    expect((await cookies()).get('browser')).toBeDefined()
    expect(await known()).toBe(1)
  })

  it('refuses an address that is not verified, is of another domain, or of the domain of another institution', async () => {
    const [school, other] = [await realSchool(), await realSchool()]
    const unverified = await knownPerson(school, { email_verified: false })
    const asText = await knownPerson(school, { email_verified: 'true' })
    const elsewhere = await knownPerson(other)
    school.provider.people.set(elsewhere.subject, { email: elsewhere.email, email_verified: true })
    const stranger = await insertPerson()
    school.provider.people.set('stranger', { email: stranger.email, email_verified: true })

    for (const subject of [unverified.subject, asText.subject, elsewhere.subject, 'stranger', 'without address']) {
      expect(await signOn(school, subject)).toBe(refusedAs('unlisted'))
    }
    expect(await who()).toBeNull()
    expect(await identities(school.institutionId)).toEqual([])
  })

  it('lets nobody into a disabled account, linked or not', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    const other = await knownPerson(school)
    await signOn(school, subject)
    await callAs(null)
    const disabledAt = new Date()
    await db().account.updateMany({ where: { id: { in: [accountId, other.accountId] } }, data: { disabledAt } })

    expect(await signOn(school, subject)).toBe(refusedAs('refused'))
    expect(await signOn(school, other.subject)).toBe(refusedAs('refused'))
    expect(await who()).toBeNull()
  })

  it('does not give the account of somebody who left to the next person with her address', async () => {
    const school = await realSchool()
    const { email, subject } = await knownPerson(school)
    await signOn(school, subject)
    await callAs(null)
    school.provider.people.set('successor', { email, email_verified: true })

    expect(await signOn(school, 'successor')).toBe(refusedAs('refused'))
    expect(await who()).toBeNull()
  })

  it('links one identity if several with the same address come at once', async () => {
    const { provider, institutionId, domain } = await realSchool()
    const { accountId, email } = await insertPerson({ email: `${randomUUID()}@${domain}` })
    const address = async () => ({ email, verified: true })
    const comes = (subject: string) => {
      const key = { institutionId, issuer: provider.issuer, subject }
      return admitPerson(key, { address }, null, { id: randomUUID(), now: new Date() })
    }

    const admitted = await Promise.all(['one', 'two', 'three'].map(comes))

    expect(admitted.filter((one) => 'why' in one)).toEqual([{ why: 'refused' }, { why: 'refused' }])
    expect(await identities(institutionId)).toMatchObject([{ accountId }])
  })

  it('offers the institutions by name to a signed-out person, and keeps the page that she wanted', async () => {
    const school = await realSchool()
    const { nameLatin } = await db().institution.findUniqueOrThrow({ where: { id: school.institutionId } })

    const signIn = await call('/fr/sign-in?next=/fr/account')
    expect(signIn.html).toContain('href="/fr/sign-in/school?next=%2Ffr%2Faccount"')
    const page = await call('/fr/sign-in/school?next=/fr/account')
    expect(page.html).toContain(said(nameLatin))
    expect(page.html).toContain('action="/fr/sign-in/school?next=%2Ffr%2Faccount"')
  })

  it('goes to no address outside this site', async () => {
    const school = await realSchool()
    const { subject } = await knownPerson(school)
    for (const next of ['https://evil.example/', '//evil.example', '/fr/../../evil', '/fr\\evil', 'javascript:1']) {
      await callAs(null)
      expect(await signOn(school, subject, `?next=${encodeURIComponent(next)}`)).toBe('/fr/learning')
    }
  })
})

describe('a person on the roster of the institution', () => {
  async function listed(named = true) {
    const taught = await makeSchool()
    const school = await realSchool(taught.institutionId)
    const email = `${randomUUID()}@${school.domain}`
    const cohort = await makeCohort(taught)
    const place = await insertPlace(cohort, { status: 'invited', email })
    if (!named) await db().cohortMember.update({ where: { id: place.id }, data: { nameArabic: '' } })
    school.provider.people.set('new', { email, email_verified: true })
    return { school, cohort, place, email }
  }

  it('gets an account and her place from the roster at her first sign-on', async () => {
    const { school, cohort, place, email } = await listed()

    expect(await signOn(school, 'new')).toBe('/fr/learning')

    const account = await db().account.findUniqueOrThrow({ where: { email } })
    expect(await who()).toBe(account.id)
    expect(account).toMatchObject({
      nameArabic: 'أمينة التازي',
      nameLatin: 'Amina Tazi',
      function: 'judge',
      locale: 'fr',
    })
    expect(account.emailConfirmedAt).not.toBeNull()
    const member = await db().cohortMember.findUniqueOrThrow({ where: { id: place.id } })
    expect(member).toMatchObject({ accountId: account.id, status: 'active' })
    expect(await db().enrolment.count({ where: { accountId: account.id, courseId: cohort.courseId } })).toBe(1)
    expect(await db().role.findMany({ where: { accountId: account.id } })).toMatchObject([
      { role: 'learner', institutionId: school.institutionId },
    ])
  })

  it('gets one account if she comes twice at once', async () => {
    const { school, email } = await listed()
    const { institutionId, provider } = school
    const key = { institutionId, issuer: provider.issuer, subject: 'new' }
    const address = async () => ({ email, verified: true })
    const comes = () => admitPerson(key, { address }, null, { id: randomUUID(), now: new Date() })

    const admitted = await Promise.all([comes(), comes(), comes()])

    const { id: accountId } = await db().account.findUniqueOrThrow({ where: { email } })
    const [identity, ...others] = await identities(institutionId)
    expect(others).toEqual([])
    for (const one of admitted) expect(one).toMatchObject({ accountId, identityId: identity?.id, linked: false })
    expect(await acts(accountId)).toHaveLength(1)
  })

  it('takes over nothing of a stranger who once used her address without confirming it', async () => {
    const { school, email } = await listed()
    const squatter = await insertPerson({ email, confirmed: false, nameLatin: 'Somebody Else' })
    await passSecondFactor(squatter.accountId)

    expect(await signOn(school, 'new')).toBe('/fr/learning')

    const account = await db().account.findUniqueOrThrow({ where: { email } })
    expect(account).toMatchObject({ id: squatter.accountId, nameLatin: 'Amina Tazi' })
    expect(await db().session.count({ where: { id: squatter.sessionId } })).toBe(0)
    expect(await db().secondFactor.count({ where: { accountId: account.id } })).toBe(0)
    await callAs(null)
    const withPassword = await call('/fr/sign-in', { email, password: PASSWORD })
    expect(withPassword.status).toBe(401)
  })

  it('is asked to open an account herself if the roster has no names', async () => {
    const { school, email } = await listed(false)

    expect(await signOn(school, 'new')).toBe(refusedAs('nameless'))
    expect(await db().account.count({ where: { email } })).toBe(0)
  })

  it('is refused if the cohort is archived, or if the roster belongs to another institution', async () => {
    const { school, cohort } = await listed()
    await db().cohort.update({ where: { id: cohort.id }, data: { archivedAt: new Date() } })
    expect(await signOn(school, 'new')).toBe(refusedAs('unlisted'))

    const other = await listed()
    await db().signOnDomain.deleteMany({ where: { institutionId: school.institutionId } })
    await db().signOnDomain.updateMany({
      where: { institutionId: other.school.institutionId },
      data: { institutionId: school.institutionId },
    })
    school.provider.people.set('other', { email: other.email, email_verified: true })
    expect(await signOn(school, 'other')).toBe(refusedAs('unlisted'))
  })
})

const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

describe('what a provider sends', () => {
  it.each([
    ['no signature', { signature: 'none' }],
    ['a signature made with the client’s secret', { signature: 'secret' }],
    ['the signature of another key', { signature: 'stolen' }],
    ['a signature of something else', { tampered: true }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['two audiences without saying who is meant', { claims: { aud: ['formation', 'another-client'] } }],
    ['another issuer', { claims: { iss: 'https://accounts.example' } }],
    ['another nonce', { claims: { nonce: 'of another visit' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['what has expired', { claims: { exp: secondsFromNow(-120) } }],
    ['what is not valid yet', { claims: { nbf: secondsFromNow(600) } }],
  ] as const)('is not accepted with %s', async (_, faults) => {
    const { provider, institutionId } = await falseSchool()
    provider.err(faults)

    expect(await arrive(provider.visit(await setOut(institutionId)))).toBe(refusedAs('refused'))

    expect(await who()).toBeNull()
    expect(await identities(institutionId)).toEqual([])
  })

  it('is accepted if nothing is wrong with it, and if clocks differ by less than a minute', async () => {
    const { provider, person, institutionId } = await falseSchool()
    expect(await arrive(provider.visit(await setOut(institutionId)))).toBe('/fr/learning')
    expect(await who()).toBe(person.accountId)

    for (const claims of [{ exp: secondsFromNow(-30) }, { nbf: secondsFromNow(30), iat: secondsFromNow(30) }]) {
      await callAs(null)
      provider.err({ claims })
      expect(await arrive(provider.visit(await setOut(institutionId)))).toBe('/fr/learning')
      expect(await who()).toBe(person.accountId)
    }
  })

  it('is refused if the address belongs to another subject', async () => {
    const { provider, person, institutionId } = await falseSchool()
    provider.err({
      claims: { email: undefined, email_verified: undefined },
      userinfo: { sub: 'another', email: person.email, email_verified: true },
    })

    expect(await arrive(provider.visit(await setOut(institutionId)))).toBe(refusedAs('refused'))
    expect(await who()).toBeNull()
  })

  it('is not requested for an answer that does not come from this visit', async () => {
    const { provider, institutionId } = await falseSchool()
    const wrong: ((back: URL) => void)[] = [
      (back) => back.searchParams.set('iss', 'https://accounts.example'),
      (back) => back.searchParams.delete('iss'),
      (back) => back.searchParams.delete('code'),
      (back) => back.searchParams.append('code', 'another'),
    ]
    for (const change of wrong) {
      const back = provider.visit(await setOut(institutionId))
      change(back)
      expect(await arrive(back)).toBe(refusedAs('refused'))
    }
    expect(provider.asked.filter((path) => path === '/token')).toEqual([])
    expect(await who()).toBeNull()
  })
})

describe('a visit', () => {
  it('is not ended by a return with another state, nor by a HEAD request', async () => {
    const { provider, person, institutionId } = await falseSchool()
    const back = provider.visit(await setOut(institutionId))
    for (const change of [
      (url: URL) => url.searchParams.set('state', 'another'),
      (url: URL) => url.searchParams.delete('state'),
      (url: URL) => url.searchParams.append('state', 'another'),
    ]) {
      const foreign = new URL(back)
      change(foreign)
      expect(await arrive(foreign)).toBe(refusedAs('again'))
    }
    expect(readAhead()).toMatchObject({ status: 405 })
    expect(provider.asked.filter((path) => path === '/token')).toEqual([])
    expect(await who()).toBeNull()

    expect(await arrive(back)).toBe('/fr/learning')
    expect(await who()).toBe(person.accountId)
  })

  it('works once, in the browser that began it', async () => {
    const { provider, person, institutionId } = await falseSchool()
    const back = provider.visit(await setOut(institutionId))
    const hers = browserOf()
    await callAs(null)
    expect(await arrive(back)).toBe(refusedAs('again'))
    expect(await who()).toBeNull()

    callFrom({ ...hers, cookies: new Map(hers.cookies) })
    expect(await arrive(back)).toBe('/fr/learning')
    expect(await who()).toBe(person.accountId)
    callFrom({ ...hers, cookies: new Map(hers.cookies) })
    expect(await arrive(back)).toBe(refusedAs('again'))
  })

  it('survives a failure of the database, which a page reports in the language of the browser', async () => {
    const { provider, person, institutionId } = await falseSchool()
    const back = provider.visit(await setOut(institutionId))
    const alive = database()
    database.set(openDatabase(`postgresql://nobody@127.0.0.1:${await freePort()}/nothing`))

    const request = new Request(back, { headers: { 'accept-language': 'fr' } })
    const params = Promise.resolve({ institution: institutionId })
    const page = await comeBack(request, { params }).finally(() => database.set(alive))

    expect(page.status).toBe(503)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await page.text()
    expect(html).toContain(said(t('errors.unavailable')))
    expect(html).toContain('href="/fr/sign-in"')
    expect(html).not.toContain(back.searchParams.get('code'))
    expect(await arrive(back)).toBe('/fr/learning')
    expect(await who()).toBe(person.accountId)
  })

  it('is used once by two requests at the same time', async () => {
    const { provider, person, institutionId } = await falseSchool()
    const back = provider.visit(await setOut(institutionId))
    const { cookies, ...browser } = browserOf()
    const arrivals = [1, 2].map(() => {
      callFrom({ ...browser, cookies: new Map(cookies) })
      return arrive(back)
    })

    expect((await Promise.all(arrivals)).toSorted()).toEqual(['/fr/learning', refusedAs('again')])
    expect(await db().session.count({ where: { accountId: person.accountId, identityId: { not: null } } })).toBe(1)
  })

  it('ends after ten minutes', async () => {
    const { provider, institutionId } = await falseSchool()
    const back = provider.visit(await setOut(institutionId))
    const { expiresAt } = await db().signOnVisit.findFirstOrThrow({ where: { institutionId } })
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(600_000)
    await db().signOnVisit.updateMany({ where: { institutionId }, data: { expiresAt: new Date() } })

    expect(await arrive(back)).toBe(refusedAs('again'))
    expect(await who()).toBeNull()
  })

  it('begun at one institution cannot end at another', async () => {
    const [one, other] = [await falseSchool(), await falseSchool()]
    const begun = one.provider.visit(await setOut(one.institutionId))
    const atOther = new URL(begun)
    atOther.pathname = atOther.pathname.replace(one.institutionId, other.institutionId)

    expect(await arrive(atOther)).toBe(refusedAs('refused'))
    expect(other.provider.asked.filter((path) => path === '/token')).toEqual([])
    expect(await who()).toBeNull()
  })

  it('does not end at a provider that was replaced meanwhile', async () => {
    const { provider, institutionId } = await falseSchool()
    const back = provider.visit(await setOut(institutionId))
    const another = await falseProvider({ sub: 'x' })
    allow(another)
    await db().signOnProvider.update({ where: { institutionId }, data: { issuer: another.issuer } })

    expect(await arrive(back)).toBe(refusedAs('refused'))
    expect(await who()).toBeNull()
  })

  it.each([
    [
      'while it answers',
      (provider: { err: (faults: object) => void }, meanwhile: () => Promise<unknown>) => provider.err({ meanwhile }),
    ],
    [
      'once she is admitted',
      (_: unknown, meanwhile: () => Promise<unknown>) => {
        between.run = meanwhile
      },
    ],
  ])('opens nothing at a provider that is removed, replaced or archived %s', async (_, when) => {
    const { provider, institutionId } = await falseSchool()
    const own = { where: { institutionId } }
    for (const meanwhile of [
      () => db().signOnProvider.update({ ...own, data: { issuer: 'https://accounts.example' } }),
      () => db().institution.update({ where: { id: institutionId }, data: { archivedAt: new Date() } }),
      () => db().signOnProvider.delete(own),
    ]) {
      const back = provider.visit(await setOut(institutionId))
      when(provider, meanwhile)

      expect([refusedAs('refused'), refusedAs('again')]).toContain(await arrive(back))

      expect(await who()).toBeNull()
      expect(await db().session.count({ where: { identity: { institutionId } } })).toBe(0)
      between.run = async () => null
      await db().signOnProvider.updateMany({ ...own, data: { issuer: provider.issuer } })
      await db().institution.update({ where: { id: institutionId }, data: { archivedAt: null } })
    }
  })

  it('without a known institution is refused', async () => {
    expect((await call('/fr/sign-in/school', { institution: 'x' })).status).toBe(400)
    expect((await call('/fr/sign-in/school', {})).status).toBe(400)
    expect((await call('/fr/sign-in/school', { institution: randomUUID() })).status).toBe(404)
    const request = new Request('http://localhost:3000/api/auth/callback/x')
    const page = await comeBack(request, { params: Promise.resolve({ institution: 'x' }) })
    expect(page.status).toBe(404)
    expect(await page.text()).toContain(said(translator('ar')('errors.notFoundTitle')))
  })
})

describe('a faulty provider', () => {
  const discovery = '/.well-known/openid-configuration' as const
  it.each([
    ['answers nothing of use', { answers: { [discovery]: (r) => void r.writeHead(200).end('<html>') } }],
    ['fails', { answers: { [discovery]: (r) => void r.writeHead(500).end() } }],
    ['answers endlessly', { answers: { [discovery]: (r) => void r.writeHead(200).end(Buffer.alloc(300_000, ' ')) } }],
    ['ends the connection', { answers: { [discovery]: (r) => void r.destroy() } }],
    [
      'redirects',
      {
        answers: { [discovery]: (r) => void r.writeHead(302, { location: 'http://169.254.169.254/latest' }).end() },
      },
    ],
    ['says that it is another one', { metadata: { issuer: 'https://accounts.example' } }],
    ['signs with nothing that we accept', { metadata: { id_token_signing_alg_values_supported: ['none', 'HS256'] } }],
    ['sends people to an address without encryption', { metadata: { authorization_endpoint: 'http://evil.example/' } }],
    ['sends people to a script', { metadata: { authorization_endpoint: 'javascript:alert(1)' } }],
  ] as [string, Parameters<Awaited<ReturnType<typeof falseProvider>>['err']>[0]][])(
    'that %s leaves the sign-in by password',
    async (_, faults) => {
      const { provider, person, institutionId } = await falseSchool()
      provider.err(faults)

      const begun = await call('/fr/sign-in/school?next=/fr/account', { institution: institutionId })
      expect([begun.status, begun.to]).toEqual([303, '/fr/sign-in?school=away&next=%2Ffr%2Faccount'])
      const page = await call(begun.to ?? '')
      expect(page.html).toContain(said(t('schoolAccount.notices.away')))
      expect(page.html).toContain('action="/fr/sign-in?next=%2Ffr%2Faccount"')
      expect(provider.asked).toEqual([discovery])
      const entered = await call('/fr/sign-in', { email: person.email, password: PASSWORD })
      expect(entered.to).toBe('/fr/learning')
    },
  )

  it('whose secret cannot be opened leaves the sign-in by password', async () => {
    const { provider, institutionId } = await falseSchool()
    await db().signOnProvider.update({ where: { institutionId }, data: { sealed: 'x'.repeat(60) } })

    expect((await call('/fr/sign-in/school', { institution: institutionId })).to).toBe(refusedAs('away'))
    expect(provider.asked).toEqual([])
  })

  it('is given up at the deadline', async () => {
    const { provider, institutionId } = await falseSchool()
    const deadline = new AbortController()
    network.now = testNet(named, { deadline: () => deadline.signal })
    provider.err({ answers: { [discovery]: () => deadline.abort() } })

    expect((await call('/fr/sign-in/school', { institution: institutionId })).to).toBe(refusedAs('away'))
  })

  it('that fails when she comes back lets nobody in, and a notice says so', async () => {
    for (const path of ['/token', '/jwks'] as const) {
      const { provider, institutionId } = await falseSchool()
      const back = provider.visit(await setOut(institutionId))
      provider.err({ answers: { [path]: (response: ServerResponse) => void response.destroy() } })
      expect(await arrive(back)).toBe(refusedAs('away'))
      expect(await who()).toBeNull()
    }
  })

  it('in a private network is not asked, unless the settings name it', async () => {
    const { provider, institutionId } = await falseSchool()
    network.now = null
    expect((await call('/fr/sign-in/school', { institution: institutionId })).to).toBe(refusedAs('away'))
    expect(provider.asked).toEqual([])

    const asked: string[] = []
    const resolve = async (host: string) => {
      asked.push(host)
      return ['10.0.0.8']
    }
    const { institutionId: hidden } = await schoolWith('https://sso.ecole.ma')
    network.now = testNet([], { resolve })
    expect((await call('/fr/sign-in/school', { institution: hidden })).to).toBe(refusedAs('away'))
    expect(asked).toEqual(['sso.ecole.ma'])
  })
})

describe('linking an account while signed in', () => {
  const linkQuery = '?link=yes'
  const linkedTo = '/fr/account?done=school-accounts#school-accounts'
  const notLinked = (notice: string) => `/fr/account?school=${notice}#school-accounts`

  it('links by her consent, whatever the address, and opens no other session', async () => {
    const school = await realSchool()
    const person = await insertPerson({ locale: 'fr' })
    await callAs(person.sessionId)
    expect((await call('/fr/account')).html).toContain('href="/fr/sign-in/school?link=yes"')
    expect((await call('/fr/sign-in/school?link=yes')).html).toContain('action="/fr/sign-in/school?link=yes"')

    expect(await signOn(school, 'anybody', linkQuery)).toBe(linkedTo)

    expect(await identities(school.institutionId)).toMatchObject([{ accountId: person.accountId, subject: 'anybody' }])
    expect(await db().session.count({ where: { accountId: person.accountId } })).toBe(1)
    expect(await letters(person.accountId)).toHaveLength(1)
    await callAs(null)
    expect(await signOn(school, 'anybody')).toBe('/fr/learning')
    expect(await who()).toBe(person.accountId)
  })

  it('needs a session, the same one at the end, and a confirmed address', async () => {
    const school = await realSchool()
    const linkPage = '/fr/sign-in/school?link=yes'
    expect((await call(linkPage)).to).toBe(`/fr/sign-in?next=${encodeURIComponent(linkPage)}`)
    const begun = await call(linkPage, { institution: school.institutionId })
    expect([begun.status, begun.to]).toEqual([303, '/fr/sign-in?next=%2Ffr%2Faccount'])

    const person = await insertPerson({ locale: 'fr' })
    await callAs(person.sessionId)
    const back = await school.provider.visit(await setOut(school.institutionId, linkQuery), 'anybody')
    await db().session.delete({ where: { id: person.sessionId } })
    expect(await arrive(back)).toBe(refusedAs('ended'))

    const other = await insertPerson({ locale: 'fr' })
    await callAs(person.sessionId)
    const unconfirmed = await insertPerson({ locale: 'fr', confirmed: false })
    await callAs(unconfirmed.sessionId)
    expect(await signOn(school, 'anybody', linkQuery)).toBe(notLinked('unconfirmed'))
    await callAs(other.sessionId)
    expect(await signOn(school, NOBODY, linkQuery)).toBe(notLinked('cancelled'))
    expect((await call('/fr/account?school=cancelled')).html).toContain(said(t('schoolAccount.notices.cancelled')))
    expect(await identities(school.institutionId)).toEqual([])
  })

  it('asks the provider to sign her in once more, and to say when', async () => {
    const school = await realSchool()
    const asked = async (query: string) => {
      const { searchParams } = new URL(await setOut(school.institutionId, query))
      return [searchParams.get('prompt'), searchParams.get('max_age')]
    }
    expect(await asked('')).toEqual([null, null])
    const { sessionId } = await insertPerson({ locale: 'fr' })
    await callAs(sessionId)
    expect(await asked(linkQuery)).toEqual(['login', '600'])
  })

  it.each([
    ['says that it signed her in before she set out', { auth_time: secondsFromNow(-120) }],
    ['does not say when it signed her in', { auth_time: undefined }],
  ])('links nothing if the provider %s, while an ordinary sign-on works', async (_, claims) => {
    const { provider, person, institutionId } = await falseSchool()
    provider.err({ claims })
    await callAs(person.sessionId)
    expect(await arrive(provider.visit(await setOut(institutionId, linkQuery)))).toBe(notLinked('refused'))
    expect(await identities(institutionId)).toEqual([])
    expect((await call(notLinked('refused'))).html).toContain(said(t('schoolAccount.notices.refused')))

    await callAs(null)
    expect(await arrive(provider.visit(await setOut(institutionId)))).toBe('/fr/learning')
  })

  it('links if the provider signed her in since she set out, even if clocks differ by half a minute', async () => {
    for (const seconds of [0, -30]) {
      const { provider, person, institutionId } = await falseSchool()
      provider.err({ claims: { auth_time: secondsFromNow(seconds) } })
      await callAs(person.sessionId)
      expect(await arrive(provider.visit(await setOut(institutionId, linkQuery)))).toBe(linkedTo)
    }
  })

  it('takes no identity from somebody else', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    await signOn(school, subject)
    const other = await insertPerson({ locale: 'fr' })
    await callAs(other.sessionId)

    expect(await signOn(school, subject, linkQuery)).toBe(notLinked('elsewhere'))
    expect(await identities(school.institutionId)).toMatchObject([{ accountId }])
  })

  it('can be undone, with a letter: its sessions elsewhere end, and this one goes on', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    await signOn(school, subject)
    const elsewhere = browserOf()
    await callAs(null)
    await signOn(school, subject)
    const here = browserOf()
    const [identity] = await identities(school.institutionId)
    const page = await call('/fr/account')
    expect(page.html).toContain(`name="identity" value="${identity?.id}"`)

    const done = await unlink(identity?.id)
    expect([done.status, done.to]).toEqual([303, '/fr/account?done=school-accounts#school-accounts'])

    expect(await who()).toBe(accountId)
    callFrom(elsewhere)
    expect(await who()).toBeNull()
    callFrom(here)
    expect(await identities(school.institutionId)).toEqual([])
    expect((await acts(accountId)).map(({ act }) => act)).toEqual(['school-account-linked', 'school-account-unlinked'])
    expect((await unlink(identity?.id)).status).toBe(404)
    expect(await letters(accountId, 'schoolAccountUnlinked')).toHaveLength(1)
  })

  it('is undone only with the password, so that a sign-on does not become a session that the institution cannot end', async () => {
    const school = await realSchool()
    const { subject } = await knownPerson(school)
    const another = await realSchool()
    await signOn(school, subject)
    await signOn(another, 'anybody', linkQuery)
    const [[identity], [other]] = [await identities(school.institutionId), await identities(another.institutionId)]
    for (const [password, problem] of [
      ['', 'required'],
      ['a wrong one', 'password-wrong'],
    ] as const) {
      const { status, html } = await unlink(identity?.id, password)
      expect(status).toBe(400)
      expect(html).toContain(said(t(`fields.problems.${problem}`)))
      expect(html).toContain(`<a href="#unlink-${identity?.id}-current">`)
      expect(html).not.toContain(`<a href="#unlink-${other?.id}-current">`)
      expect(html).not.toContain('a wrong one')
    }
    expect(await identities(school.institutionId)).toHaveLength(1)
    const count = () => db().session.count({ where: { identity: { institutionId: school.institutionId } } })
    expect(await count()).toBe(1)
    const wrong = await Promise.all([1, 2, 3].map(() => unlink(identity?.id, 'a wrong one')))
    expect(wrong.map(({ status }) => status)).toContain(429)
    expect(await count()).toBe(1)
  })

  it('stays undone, whoever has her address there, until she links an account of that institution again', async () => {
    const school = await realSchool()
    const { accountId, email, subject, sessionId } = await knownPerson(school)
    await callAs(null)
    await signOn(school, subject)
    await callAs(sessionId)
    const [identity] = await identities(school.institutionId)
    await unlink(identity?.id)

    school.provider.people.set('successor', { email, email_verified: true })
    for (const comes of [subject, 'successor']) {
      await callAs(null)
      expect(await signOn(school, comes)).toBe(refusedAs('refused'))
      expect(await who()).toBeNull()
    }
    expect((await call(refusedAs('refused'))).html).toContain(said(t('schoolAccount.notices.refused')))
    expect(await letters(accountId)).toHaveLength(1)

    await callAs(sessionId)
    expect((await call('/fr/account')).html).not.toContain('name="identity"')
    expect(await signOn(school, subject, linkQuery)).toBe(linkedTo)
    await callAs(null)
    await signOn(school, subject)
    expect(await who()).toBe(accountId)
    const rows = await db().linkedIdentity.findMany({ where: { institutionId: school.institutionId } })
    expect(rows).toMatchObject([{ accountId, subject, endedAt: null }])
  })

  it('once undone, leaves the identity to another account whose owner links it', async () => {
    const school = await realSchool()
    const [one, other] = [await insertPerson({ locale: 'fr' }), await insertPerson({ locale: 'fr' })]
    await callAs(one.sessionId)
    await signOn(school, 'anybody', linkQuery)
    const [identity] = await identities(school.institutionId)
    await unlink(identity?.id)

    await callAs(other.sessionId)
    expect(await signOn(school, 'anybody', linkQuery)).toBe(linkedTo)
    await callAs(null)
    await signOn(school, 'anybody')
    expect(await who()).toBe(other.accountId)
  })

  it('opens no session if it is undone once she is admitted', async () => {
    const { provider, person, institutionId } = await falseSchool()
    await arrive(provider.visit(await setOut(institutionId)))
    await callAs(null)
    const back = provider.visit(await setOut(institutionId))
    between.run = async () => {
      const [identity] = await identities(institutionId)
      await unlinkAccount(mayChange(person), { id: identity?.id ?? '', password: PASSWORD }, visitOf())
    }

    expect(await arrive(back)).toBe(refusedAs('refused'))
    between.run = async () => null

    expect(await who()).toBeNull()
    expect(await db().session.findMany({ where: { accountId: person.accountId }, select: { id: true } })).toEqual([
      { id: person.sessionId },
    ])
  })

  it('is undone by nobody else', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    await signOn(school, subject)
    const [identity] = await identities(school.institutionId)
    const other = await insertPerson({ locale: 'fr' })
    await callAs(other.sessionId)

    expect((await unlink(identity?.id)).status).toBe(404)
    expect((await unlink('x')).status).toBe(400)
    expect(await identities(school.institutionId)).toMatchObject([{ accountId }])
    expect(await letters(accountId, 'schoolAccountUnlinked')).toEqual([])
  })
})

describe('the second factor', () => {
  /** @param times how often she has signed on. @returns how she has proved herself after the last time */
  async function staff(acr?: string, { factor = true, trusted = true, times = 2 } = {}) {
    const school = await realSchool()
    setUp({ signOnAcr: [{ issuer: trusted ? school.provider.issuer : 'https://sso.example.ma', acr: 'mfa' }] })
    const person = await knownPerson(school, acr === undefined ? {} : { acr })
    await giveRole(person.accountId, 'administrator', school.institutionId)
    if (factor) await passSecondFactor(person.accountId)
    for (let time = 0; time < times; time += 1) {
      await callAs(null)
      expect(await signOn(school, person.subject)).toBe('/fr/desk')
    }
    const actor = await newCaller().staff()
    return actor.kind === 'person' ? actor.roles?.proof : null
  }

  it('is asked for here after a sign-on by a password there', async () => {
    expect(await staff()).toBe('waiting')
    expect(await staff('pwd')).toBe('waiting')
  })

  it('is not asked for if the provider says that she gave one there, and the settings accept that', async () => {
    expect(await staff('mfa')).toBe('fresh')
  })

  it('is asked for if the provider is not the one that the settings name', async () => {
    expect(await staff('mfa', { trusted: false })).toBe('waiting')
  })

  it('is asked for at the sign-on that has linked her account', async () => {
    expect(await staff('mfa', { times: 1 })).toBe('waiting')
  })

  it('must be set up here by staff, whatever the provider says', async () => {
    expect(await staff('mfa', { factor: false })).toBe('none')
  })
})

describe('a malicious institution', () => {
  it('cannot open the account of a person with a role elsewhere, unless she has linked it herself', async () => {
    const other = await makeInstitution('school', 'Une autre école')
    for (const [role, at] of [
      ['tutor', other],
      ['platform-administrator', null],
      ['reviewer', null],
    ] as const) {
      const school = await realSchool()
      const { accountId, subject, sessionId } = await knownPerson(school)
      await giveRole(accountId, role, at)
      await callAs(null)
      expect(await signOn(school, subject)).toBe(refusedAs('unlisted'))
      expect(await who()).toBeNull()

      await callAs(sessionId)
      await signOn(school, subject, '?link=yes')
      await callAs(null)
      await signOn(school, subject)
      expect(await who()).toBe(accountId)
    }
  })

  it('cannot open an account that it had linked by its address before its owner got a role elsewhere', async () => {
    const other = await makeInstitution('school', 'Une autre école')
    for (const [role, at] of [
      ['learner', other],
      ['reviewer', null],
    ] as const) {
      const school = await realSchool()
      const { accountId, subject, sessionId } = await knownPerson(school)
      await callAs(null)
      expect(await signOn(school, subject)).toBe('/fr/learning')
      await giveRole(accountId, role, at)

      await callAs(null)
      expect(await signOn(school, subject)).toBe(refusedAs('refused'))
      expect(await who()).toBeNull()

      await callAs(sessionId)
      await signOn(school, subject, '?link=yes')
      await callAs(null)
      await signOn(school, subject)
      expect(await who()).toBe(accountId)
    }
  })

  it('loses no link to which the owner of the account has consented since', async () => {
    const school = await realSchool()
    const { accountId, subject, sessionId } = await knownPerson(school)
    await callAs(null)
    await signOn(school, subject)
    for (let time = 0; time < 2; time += 1) {
      await callAs(sessionId)
      await signOn(school, subject, '?link=yes')
    }
    expect(await identities(school.institutionId)).toMatchObject([{ accountId, subject, domain: null }])
    // The second time nothing has changed.
    expect(await letters(accountId)).toHaveLength(2)
    expect(await acts(accountId)).toHaveLength(2)

    const { institutionId, domain } = school
    await removeDomain(permitFor(await platformNow(), 'institution:own-domain', { institutionId }), domain, new Date())
    await callAs(null)
    await signOn(school, subject)
    expect(await who()).toBe(accountId)
  })

  it('loses the links made by a domain that is taken back, and the sessions opened by them', async () => {
    const school = await realSchool()
    const { accountId, subject, sessionId } = await knownPerson(school)
    await callAs(null)
    await signOn(school, subject)
    const consenting = await insertPerson({ locale: 'fr' })
    await callAs(consenting.sessionId)
    await signOn(school, 'anybody', '?link=yes')

    const { institutionId, domain } = school
    await removeDomain(permitFor(await platformNow(), 'institution:own-domain', { institutionId }), domain, new Date())

    expect(await identities(institutionId)).toMatchObject([{ accountId: consenting.accountId }])
    const left = await db().session.findMany({ where: { accountId }, select: { id: true } })
    expect(left).toEqual([{ id: sessionId }])
    await callAs(null)
    expect(await signOn(school, subject)).toBe(refusedAs('unlisted'))
  })

  it('links nobody by a domain that is taken back during the sign-on', async () => {
    const issuer = 'https://sso.ecole.ma'
    const { institutionId, domain } = await schoolWith(issuer)
    const { accountId, email } = await insertPerson({ email: `${randomUUID()}@${domain}` })
    const permit = permitFor(await platformNow(), 'institution:own-domain', { institutionId })
    const address = async () => ({ email, verified: true })
    const key = { institutionId, issuer, subject: 'her' }

    // The sign-on has read the domains, and waits for the account.
    const letGo = await holdRow('Account', 'id = $1', [accountId])
    const admitting = admitPerson(key, { address }, null, { id: randomUUID(), now: new Date() })
    await untilWaiting(1, admitting)
    const removing = removeDomain(permit, domain, new Date())
    await untilWaiting(2, removing)
    await letGo()
    await Promise.all([admitting, removing])

    expect(await identities(institutionId)).toEqual([])
  })

  it('cannot send a request to hosts that the settings name for another provider', async () => {
    const [one, other] = [await falseSchool(), await falseSchool()]
    network.now = null
    setUp({ signOnHosts: [one.provider.host, other.provider.host] })
    one.provider.err({ metadata: { token_endpoint: `${other.provider.issuer}/token` } })
    const back = one.provider.visit(await setOut(one.institutionId))
    expect(await arrive(back)).toBe(refusedAs('away'))
    expect(other.provider.asked).toEqual([])
    expect(await who()).toBeNull()
  })
})

describe('a link made by hand', () => {
  it('needs the password, and is removed with a letter when the password is reset', async () => {
    const school = await realSchool()
    const person = await insertPerson({ email: `${randomUUID()}@${school.domain}`, locale: 'fr' })
    await callAs(person.sessionId)
    const page = '/fr/sign-in/school?link=yes'
    for (const password of ['', 'a wrong one']) {
      const refused = await call(page, { institution: school.institutionId, password })
      expect(refused.status).toBe(password === '' ? 400 : 401)
      expect(refused.html).toContain(`value="${school.institutionId}"`)
      expect(refused.html).not.toContain('a wrong one')
    }
    expect(school.provider.people.size).toBe(0)
    expect(await db().signOnVisit.count({ where: { institutionId: school.institutionId } })).toBe(0)
    await signOn(school, 'anybody', '?link=yes')
    const known = await knownPerson(school)
    await callAs(null)
    await signOn(school, known.subject)
    expect(await identities(school.institutionId)).toHaveLength(2)

    for (const { accountId } of [person, known]) {
      const account = await findAccount(db(), accountId)
      const link = account ? await makeResetLink(account, new Date()) : ''
      const token = new URL(link).searchParams.get('token') ?? ''
      expect(await resetPassword(token, 'une longue phrase de passe', visitOf())).toBeNull()
    }
    expect(await identities(school.institutionId)).toMatchObject([{ accountId: known.accountId }])
    await callAs(null)
    school.provider.people.set('anybody', { email: person.email, email_verified: true })
    expect(await signOn(school, 'anybody')).toBe(refusedAs('refused'))
    const { nameLatin } = await db().institution.findUniqueOrThrow({ where: { id: school.institutionId } })
    const told = await letters(person.accountId, 'schoolAccountUnlinked')
    expect(told).toMatchObject([{ letter: { locale: 'fr', about: { institution: nameLatin } } }])
    expect(await letters(known.accountId, 'schoolAccountUnlinked')).toEqual([])
  })
})

describe('an archived institution', () => {
  it('ends what was signed in by its provider, and nothing else', async () => {
    const school = await realSchool()
    const { accountId, subject, sessionId } = await knownPerson(school)
    await callAs(null)
    await signOn(school, subject)
    expect(await db().session.count({ where: { accountId } })).toBe(2)

    const permit = permitFor(await platformNow(), 'institution:archive', { institutionId: school.institutionId })
    await archiveInstitution(permit, 'Fusionnée', new Date())

    expect(await who()).toBeNull()
    expect(await db().session.findMany({ where: { accountId }, select: { id: true } })).toEqual([{ id: sessionId }])
  })

  it('lets nobody sign on or link; the password still works, and the link can be removed', async () => {
    const school = await realSchool()
    const { accountId, email, subject } = await knownPerson(school)
    const back = await school.provider.visit(await setOut(school.institutionId), subject)
    const hers = browserOf()
    await callAs(null)
    await signOn(school, subject)
    await db().institution.update({ where: { id: school.institutionId }, data: { archivedAt: new Date() } })

    expect((await call('/fr/account')).html).toContain(said(t('schoolAccount.mine.archived')))
    callFrom(hers)
    expect(await arrive(back)).toBe(refusedAs('refused'))
    await callAs(null)
    expect((await call('/fr/sign-in/school', { institution: school.institutionId })).status).toBe(404)
    expect((await call('/fr/sign-in', { email, password: PASSWORD })).to).toBe('/fr/learning')
    expect(await who()).toBe(accountId)
    const [identity] = await identities(school.institutionId)
    await unlink(identity?.id)
    expect(await identities(school.institutionId)).toEqual([])
  })
})

describe('signing out', () => {
  it('ends the session here, and leads on to the provider with the token of this sign-on', async () => {
    const school = await realSchool()
    const { accountId, subject } = await knownPerson(school)
    await signOn(school, subject)

    const page = await call('/fr/account', { act: 'sign-out' })

    expect(page.status).toBe(200)
    expect(page.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(await who()).toBeNull()
    expect(await db().session.count({ where: { accountId, identityId: { not: null } } })).toBe(0)
    const url = new URL(page.refresh?.replace(/^0; url=/, '') ?? '')
    expect(url.origin).toBe(school.provider.issuer)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3000/fr/sign-in')
    expect(url.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3)
    expect(page.html).toContain(said(t('schoolAccount.goingOn.out.title')))
    expect(page.html).toContain(said(t('nav.signIn')))
    expect(page.html).not.toContain(said(t('nav.account')))
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(200)
  })

  it('ends here alone if the provider is away, offers no such page, or she signs out everywhere', async () => {
    const signedOut = '/fr/sign-in?notice=signed-out'
    const enter = async (faults: Parameters<Awaited<ReturnType<typeof falseProvider>>['err']>[0]) => {
      const made = await falseSchool()
      made.provider.err(faults)
      await callAs(null)
      expect(await arrive(made.provider.visit(await setOut(made.institutionId)))).toBe('/fr/learning')
      return made
    }
    const { provider } = await enter({})
    expect((await call('/fr/account', { act: 'sign-out-everywhere' })).to).toBe(signedOut)
    await enter({ metadata: { end_session_endpoint: undefined } })
    expect((await call('/fr/account', { act: 'sign-out' })).to).toBe(signedOut)
    const away = await enter({})
    await away.provider.close()
    // The metadata of the provider is cached for minutes; after a change of its settings, it is loaded again.
    await db().signOnProvider.updateMany({ where: { issuer: away.provider.issuer }, data: { savedAt: new Date(0) } })
    expect((await call('/fr/account', { act: 'sign-out' })).to).toBe(signedOut)
    expect(await who()).toBeNull()
    expect(provider.asked).not.toContain('/end')
  })

  it('does not follow a page that is unencrypted, invalid, or on a host named for another provider', async () => {
    const { provider: other } = await falseSchool()
    const pages = ['http://evil.example/', 'javascript:alert(1)', 'no address', `${other.issuer}/end`]
    for (const page of pages) {
      const { provider, person, institutionId } = await falseSchool()
      network.now = null
      setUp({ signOnHosts: [provider.host, other.host] })
      provider.err({ metadata: { end_session_endpoint: page } })
      await callAs(null)
      expect(await arrive(provider.visit(await setOut(institutionId)))).toBe('/fr/learning')

      const answer = await call('/fr/account', { act: 'sign-out' })

      expect([answer.status, answer.to, answer.refresh]).toEqual([303, '/fr/sign-in?notice=signed-out', null])
      expect(await db().session.count({ where: { accountId: person.accountId, identityId: { not: null } } })).toBe(0)
    }
    expect(other.asked).toEqual([])
  })

  it('leads nowhere else after a sign-in with the password', async () => {
    const person = await insertPerson({ locale: 'fr' })
    await callAs(person.sessionId)
    expect((await call('/fr/account', { act: 'sign-out' })).to).toBe('/fr/sign-in?notice=signed-out')
  })
})

describe('many sign-ons from one network', () => {
  // The clock stands still, so that no window of a rate limit ends meanwhile.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
  afterEach(() => void vi.useRealTimers())

  it('are no longer sent to a provider', async () => {
    await callAs(null, '203.0.113.8')
    const nowhere = () => call('/fr/sign-in/school', { institution: randomUUID() })
    const answers = await Promise.all(Array.from({ length: 101 }, nowhere))

    expect(answers.filter(({ status }) => status === 404)).toHaveLength(100)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  it('are told to wait, but can still sign in by password', async () => {
    const { person } = await falseSchool()
    await callAs(null, '203.0.113.9')
    const back = new URL(redirectUriOf(randomUUID()))
    // Browsers that another site sends here do not use up the limit, since they have no cookie of a visit.
    const strangers = await Promise.all(Array.from({ length: 201 }, () => arrive(back)))
    expect(strangers).toEqual(strangers.map(() => refusedAs('again')))
    ;(await cookies()).set('sign-on', 'x'.repeat(32))
    const places = await Promise.all(Array.from({ length: 201 }, () => arrive(back)))

    expect(places.filter((to) => to === refusedAs('again'))).toHaveLength(200)
    expect(places.filter((to) => to === refusedAs('busy'))).toHaveLength(1)
    expect((await call('/fr/sign-in', { email: person.email, password: PASSWORD })).to).toBe('/fr/learning')
  })
})
