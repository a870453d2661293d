import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getDomains, POST as postDomains } from '@/app/[locale]/(teach)/institutions/[institution]/domains/route'
import { GET as getPage, POST as postPage } from '@/app/[locale]/(teach)/institutions/[institution]/sign-on/route'
import { LOCALES } from '@/domain/locale'
import { MOST_SIGN_ON_DOMAINS } from '@/domain/sign-on/provider'
import { translator } from '@/i18n/translator'
import { exportMyData } from '@/server/account/my-data'
import { db } from '@/server/db/client'
import { findProvider } from '@/server/db/sign-on/sign-on-providers'
import { env } from '@/server/env'
import { addDomain, removeDomain } from '@/server/sign-on/domains'
import { openSecret } from '@/server/sign-on/secret'
import { removeProvider, saveProvider } from '@/server/sign-on/settings'
import { tryProvider } from '@/server/sign-on/try-provider'
import { codeAt } from '@/tests/support/authenticator'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayRead } from '@/tests/support/people'
import { setUpFor } from '@/tests/support/second-factor'
import {
  connectProvider,
  describedAt,
  enterDomain,
  mayOwnDomains,
  PROVIDER,
  signedOn,
  testProvider,
} from '@/tests/support/sign-on-settings'
import { giveRole, insertStaff, makeInstitution } from '@/tests/support/staff'
import { mayIntegrate, testNet } from '@/tests/support/webhooks'

const nameHosts = (...signOnHosts: string[]) => env.set({ ...env(), signOnHosts })

const t = translator('fr')
const MINUTE_MS = 60_000

async function school(nameLatin = 'École <b>de Fès</b>') {
  const institutionId = await makeInstitution('school', nameLatin)
  return { institutionId, administrator: await insertStaff('administrator', institutionId) }
}
type Person = { accountId: string; sessionId: string }

type Params = Record<'locale' | 'institution', string>
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type Asked = { form?: Record<string, string>; query?: string; locale?: string }

function caller(address: string, get: Handler, post: Handler) {
  return async (who: Person | null, institution: string, { form, query = '', locale = 'fr' }: Asked = {}) => {
    await callAs(who?.sessionId ?? null)
    const request = new Request(`http://localhost:3000/${locale}/institutions/${institution}/${address}${query}`, {
      headers: { host: 'localhost:3000', accept: 'text/html' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    const response = await (form ? post : get)(request, { params: Promise.resolve({ locale, institution }) })
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }
}
const callPage = caller('sign-on', getPage as Handler, postPage as Handler)
const callDomains = caller('domains', getDomains as Handler, postDomains as Handler)

const providerAt = (institutionId: string) => db().signOnProvider.findUnique({ where: { institutionId } })
async function secretAt(institutionId: string): Promise<string | null> {
  const stored = await findProvider(db(), institutionId)
  return stored && openSecret(stored.sealed, institutionId)
}
const actsIn = (institutionId: string) =>
  db().auditEntry.findMany({ where: { institutionId, act: { startsWith: 'sign-on' } }, orderBy: { id: 'asc' } })
const archive = (id: string) => db().institution.update({ where: { id }, data: { archivedAt: new Date() } })
const outdate = ({ accountId }: Person) =>
  db().session.updateMany({ where: { accountId }, data: { provedAt: new Date(Date.now() - 11 * MINUTE_MS) } })
const isOpen = async (id: string) => (await db().session.count({ where: { id } })) === 1

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await db().signOnDomain.deleteMany()
})
afterEach(() => {
  env.reset()
  vi.restoreAllMocks()
})

describe('the provider of an institution', () => {
  it('is entered on its page, which shows all but the secret, in three languages', async () => {
    const { institutionId, administrator } = await school()
    const platform = await insertStaff('platform-administrator', null)
    await enterDomain(platform, institutionId, 'ecole.example')
    const saved = await callPage(administrator, institutionId, { form: PROVIDER })
    expect(saved).toMatchObject({ status: 303, to: `/fr/institutions/${institutionId}/sign-on?done=saved` })

    for (const locale of LOCALES) {
      const { status, html } = await callPage(administrator, institutionId, { locale })
      expect(status).toBe(200)
      for (const part of [PROVIDER.issuer, PROVIDER.clientId, 'ecole.example']) expect(html).toContain(part)
      expect(html).toContain(`data-copy="http://localhost:3000/api/auth/callback/${institutionId}"`)
      for (const each of LOCALES) expect(html).toContain(`data-copy="http://localhost:3000/${each}/sign-in"`)
      expect(html).not.toContain(PROVIDER.clientSecret)
      expect(html).not.toContain('<b>de Fès')
      const say = translator(locale)
      expect(html).toContain(`data-show-password="${say('signOnSettings.secretShow')}"`)
      expect(html).toContain(`data-hide-password="${say('signOnSettings.secretHide')}"`)
    }
  })

  it('has a secret that is stored sealed, and is in neither the audit log nor the copy of her data', async () => {
    const at = await school()
    const { institutionId, administrator } = at
    await connectProvider(at)
    expect(JSON.stringify(await providerAt(institutionId))).not.toContain(PROVIDER.clientSecret)
    expect(await secretAt(institutionId)).toBe(PROVIDER.clientSecret)

    const acts = await actsIn(institutionId)
    expect(acts).toMatchObject([{ act: 'sign-on-saved', actorId: administrator.accountId }])
    const sealed = (await providerAt(institutionId))?.sealed ?? ''
    const told = JSON.stringify([
      acts.map((entry) => ({ ...entry, id: null })),
      await exportMyData(mayRead(administrator)),
    ])
    expect(told).toContain(PROVIDER.issuer)
    expect(told).not.toContain(PROVIDER.clientSecret)
    expect(told).not.toContain(sealed)
  })

  it('keeps the stored secret if none is typed, and replaces it if one is', async () => {
    const at = await school()
    const { institutionId, administrator } = at
    await connectProvider(at)
    const before = await providerAt(institutionId)
    expect((await callPage(administrator, institutionId, { form: { ...PROVIDER, clientSecret: '' } })).status).toBe(303)
    expect(await providerAt(institutionId)).toEqual(before)
    await callPage(administrator, institutionId, { form: { ...PROVIDER, clientSecret: 'another' } })
    expect(await secretAt(institutionId)).toBe('another')
    // The form that changed nothing is not in the audit log.
    expect(await actsIn(institutionId)).toHaveLength(2)
  })

  it.each([
    ['another issuer', { issuer: 'https://sso.autre.example/realms/ecole' }],
    ['a slash more', { issuer: `${PROVIDER.issuer}/` }],
    ['another client', { clientId: 'other' }],
  ])('asks for the secret again for %s, which must not get the old one', async (_, changed) => {
    const at = await school()
    const { institutionId, administrator } = at
    await connectProvider(at)
    const form = { ...PROVIDER, ...changed, clientSecret: '' }
    const { status, html } = await callPage(administrator, institutionId, { form })
    expect(status).toBe(400)
    expect(html).toContain(t('signOnSettings.problems.secretNeeded'))
    expect(html).toContain(`value="${form.issuer}"`)
    expect(await providerAt(institutionId)).toMatchObject({ issuer: PROVIDER.issuer, clientId: PROVIDER.clientId })

    expect((await callPage(administrator, institutionId, { form: { ...form, clientSecret: 'new' } })).status).toBe(303)
    expect(await providerAt(institutionId)).toMatchObject(changed)
  })

  it('asks for a secret at first, and again if the stored one cannot be opened', async () => {
    const at = await school()
    const { institutionId, administrator } = at
    const form = { ...PROVIDER, clientSecret: '' }
    expect((await callPage(administrator, institutionId, { form })).status).toBe(400)
    expect(await providerAt(institutionId)).toBeNull()

    await connectProvider(at)
    const { sealed } = (await providerAt(institutionId)) ?? { sealed: '' }
    const other = await school()
    await connectProvider(other)
    // The sealed secret of another institution cannot be opened here either.
    await db().signOnProvider.update({ where: { institutionId: other.institutionId }, data: { sealed } })
    const { html } = await callPage(other.administrator, other.institutionId)
    expect(html).toContain(t('signOnSettings.secretLost'))
    expect((await callPage(other.administrator, other.institutionId, { form })).status).toBe(400)
    expect((await callPage(other.administrator, other.institutionId, { form: PROVIDER })).status).toBe(303)
    expect(await secretAt(other.institutionId)).toBe(PROVIDER.clientSecret)
  })

  it.each([
    ['http://sso.ecole.ma/', 'issuer'],
    ['https://user:password@sso.ecole.ma/', 'issuer'],
    ['https://sso.ecole.ma/?a=b', 'issuer'],
    ['https://localhost/', 'own'],
    ['https://LOCALHOST.:8443/', 'own'],
    ['https://127.0.0.1/', 'address'],
    ['https://2130706433/', 'address'],
    ['https://[::ffff:10.0.0.1]/', 'address'],
    ['https://10.0.0.1:8443/realms/ecole', 'address'],
    ['https://169.254.169.254/latest', 'address'],
  ] as const)('cannot be %s', async (issuer, problem) => {
    const { institutionId, administrator } = await school()
    const { status, html } = await callPage(administrator, institutionId, { form: { ...PROVIDER, issuer } })
    expect(status).toBe(400)
    expect(html).toContain(t(`signOnSettings.problems.${problem}`))
    expect(html).toContain(`value="${issuer.replaceAll('&', '&amp;')}"`)
    expect(html).not.toContain(PROVIDER.clientSecret)
    expect(await providerAt(institutionId)).toBeNull()
    expect(await actsIn(institutionId)).toEqual([])
  })

  it('may be a local host that the settings name, over http too, but never the platform itself', async () => {
    nameHosts('10.0.0.5:8080', 'localhost')
    const { institutionId, administrator } = await school()
    const save = async (issuer: string) =>
      (await callPage(administrator, institutionId, { form: { ...PROVIDER, issuer } })).status
    expect(await save('http://10.0.0.5:8080/realms/ecole')).toBe(303)
    expect(await save('http://10.0.0.5:8081/realms/ecole')).toBe(400)
    expect(await save('https://localhost/')).toBe(400)
    expect(await providerAt(institutionId)).toMatchObject({ issuer: 'http://10.0.0.5:8080/realms/ecole' })
  })

  it('is not stored with missing fields, which are all named at once', async () => {
    const { institutionId, administrator } = await school()
    const { status, html } = await callPage(administrator, institutionId, { form: {} })
    expect(status).toBe(400)
    for (const field of ['issuer', 'clientId'] as const) expect(html).toContain(t(`signOnSettings.problems.${field}`))
    const long = { ...PROVIDER, clientSecret: 's'.repeat(501) }
    expect((await callPage(administrator, institutionId, { form: long })).status).toBe(400)
    expect(await providerAt(institutionId)).toBeNull()
  })

  it('is one of two that are saved at once, and not a mixture', async () => {
    const { institutionId, administrator } = await school()
    const permit = await mayIntegrate(administrator, institutionId)
    const two = [PROVIDER, { issuer: 'https://sso.autre.example', clientId: 'other', clientSecret: 'other' }]
    const saved = await Promise.all(two.map((fields) => saveProvider(permit, fields, new Date())))
    expect(saved).toEqual(['saved', 'saved'])

    const stored = { ...(await providerAt(institutionId)), clientSecret: await secretAt(institutionId) }
    const whole = two.filter(({ issuer }) => issuer === stored.issuer)
    expect(whole).toHaveLength(1)
    expect(stored).toMatchObject(whole[0] ?? {})
    expect(await actsIn(institutionId)).toHaveLength(2)
  })

  it('needs its secret again if somebody else has changed the provider meanwhile', async () => {
    const at = await school()
    const { institutionId, administrator } = at
    await connectProvider(at)
    const permit = await mayIntegrate(administrator, institutionId)
    await saveProvider(permit, { issuer: 'https://sso.autre.example', clientId: 'a', clientSecret: 'b' }, new Date())
    expect(await saveProvider(permit, { ...PROVIDER, clientSecret: '' }, new Date())).toBe('secret')
    expect(await providerAt(institutionId)).toMatchObject({ issuer: 'https://sso.autre.example' })
  })
})

describe('removing the provider', () => {
  it('ends the sessions opened through it and no others, and keeps what was linked', async () => {
    const [at, other] = [await school(), await school()]
    for (const one of [at, other]) await connectProvider(one)
    const [hers, elsewhere] = [
      await signedOn(at.institutionId, PROVIDER.issuer),
      await signedOn(other.institutionId, PROVIDER.issuer),
    ]
    const { html } = await callPage(at.administrator, at.institutionId)
    expect(html).toContain(t('signOnSettings.removeHint'))
    expect(html).toContain(t('signOnSettings.linkedCount', { count: 1 }))

    const removed = await callPage(at.administrator, at.institutionId, { form: { remove: PROVIDER.issuer } })
    expect(removed.to).toBe(`/fr/institutions/${at.institutionId}/sign-on?done=removed`)
    expect([await providerAt(at.institutionId), await isOpen(hers.through)]).toEqual([null, false])
    for (const id of [hers.sessionId, elsewhere.through, elsewhere.sessionId, at.administrator.sessionId])
      expect(await isOpen(id)).toBe(true)
    expect(await providerAt(other.institutionId)).not.toBeNull()
    expect(await db().linkedIdentity.count({ where: { id: hers.identityId } })).toBe(1)
    const acts = await actsIn(at.institutionId)
    expect(acts.map(({ act, details }) => [act, details])).toEqual([
      ['sign-on-saved', { issuer: PROVIDER.issuer, clientId: PROVIDER.clientId, sessions: 0 }],
      ['sign-on-removed', { issuer: PROVIDER.issuer, sessions: 1 }],
    ])
    expect((await callPage(at.administrator, at.institutionId)).html).toContain(t('signOnSettings.none'))
  })

  it('is done once if it is sent twice at once, and only for the provider that the page showed', async () => {
    const at = await school()
    await connectProvider(at)
    const permit = await mayIntegrate(at.administrator, at.institutionId)
    await expect(removeProvider(permit, 'https://sso.autre.example', new Date())).rejects.toMatchObject({
      code: 'conflict',
    })
    const two = [1, 2].map(() => removeProvider(permit, PROVIDER.issuer, new Date()))
    const ended = await Promise.allSettled(two)
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await actsIn(at.institutionId)).map(({ act }) => act)).toEqual(['sign-on-saved', 'sign-on-removed'])
    const again = await callPage(at.administrator, at.institutionId, { form: { remove: PROVIDER.issuer } })
    expect(again.status).toBe(409)
  })

  it('deletes the visits of people who are signing on at it', async () => {
    const at = await school()
    await connectProvider(at)
    const { institutionId } = at
    const secrets = { hash: randomUUID(), state: 's', nonce: 'n', verifier: 'v', locale: 'fr' }
    const visit = { institutionId, issuer: PROVIDER.issuer, ...secrets, expiresAt: new Date(Date.now() + MINUTE_MS) }
    await db().signOnVisit.create({ data: visit })
    await removeProvider(await mayIntegrate(at.administrator, institutionId), PROVIDER.issuer, new Date())
    expect(await db().signOnVisit.count({ where: { institutionId } })).toBe(0)
  })

  it('ends sessions as a change of the issuer does, while a new secret ends none', async () => {
    const at = await school()
    await connectProvider(at)
    const hers = await signedOn(at.institutionId, PROVIDER.issuer)
    await connectProvider(at, { clientSecret: 'renewed' })
    expect(await isOpen(hers.through)).toBe(true)
    await connectProvider(at, { issuer: 'https://sso.autre.example' })
    expect([await isOpen(hers.through), await isOpen(hers.sessionId)]).toEqual([false, true])
    const { html } = await callPage(at.administrator, at.institutionId)
    expect(html).toContain(t('signOnSettings.linkedCount', { count: 0 }))
  })
})

describe('trying the provider', () => {
  const json = (content: unknown) => ({ body: JSON.stringify(content) })
  type Answer = Parameters<typeof testProvider>[0]

  /** The result of the test of a provider on this machine, and the requests that the provider got. */
  async function tryAt(answer: Answer, net: Parameters<typeof testNet>[1] = {}, named = true) {
    const provider = await testProvider(answer)
    try {
      const at = await school()
      nameHosts(provider.host)
      await connectProvider(at, { issuer: provider.issuer })
      const permit = await mayIntegrate(at.administrator, at.institutionId)
      const result = await tryProvider(permit, new Date(), testNet(named ? [provider.host] : [], net))
      const acts = await actsIn(at.institutionId)
      expect(acts.at(-1)).toMatchObject({ act: 'sign-on-tried', details: { issuer: provider.issuer, result } })
      return { result, asked: provider.asked }
    } finally {
      await provider.close()
    }
  }

  it('asks for its description alone, and says whether it is right', async () => {
    const { result, asked } = await tryAt((issuer) => json(describedAt(issuer)))
    expect([result, asked]).toEqual(['fine', ['GET /realms/ecole/.well-known/openid-configuration']])
  })

  it.each<[string, string, Answer]>([
    ['status', 'another status', () => ({ status: 404, body: '{}' })],
    ['redirect', 'a redirect, which is not followed', (issuer) => ({ status: 302, location: `${issuer}/elsewhere` })],
    ['json', 'a page', () => ({ body: '<!doctype html>' })],
    ['issuer', 'another issuer', (issuer) => json(describedAt(`${issuer}/`))],
    ['endpoints', 'no keys', (issuer) => json({ ...describedAt(issuer), jwks_uri: undefined })],
    ['endpoints', 'an endpoint in clear', (issuer) => json({ ...describedAt(issuer), jwks_uri: 'http://a.example/' })],
    ['endpoints', 'one within', (issuer) => json({ ...describedAt(issuer), token_endpoint: 'https://10.0.0.1/' })],
    ['size', 'too much', () => ({ body: 'x'.repeat(300_000) })],
  ])('says %s for %s', async (expected, _, answer) => {
    const { result, asked } = await tryAt(answer)
    expect([result, asked.length]).toEqual([expected, 1])
  })

  it('does not go to an address that is not public unless the settings name the host', async () => {
    const { result, asked } = await tryAt((issuer) => json(describedAt(issuer)), {}, false)
    expect([result, asked]).toEqual(['address', []])
  })

  it('says that the host has no address, or that the time ran out', async () => {
    const none = await tryAt(() => json({}), { resolve: async () => [] })
    const late = await tryAt(() => json({}), { deadline: () => AbortSignal.abort() })
    expect([none.result, late.result, none.asked, late.asked]).toEqual(['dns', 'timeout', [], []])
  })

  it('shows the result on the page, and is not for an institution without a provider', async () => {
    const at = await school()
    await connectProvider(at)
    const data = { issuer: 'https://127.0.0.1/' }
    await db().signOnProvider.update({ where: { institutionId: at.institutionId }, data })
    const tried = await callPage(at.administrator, at.institutionId, { form: { try: 'yes' } })
    expect(tried).toMatchObject({ status: 303, to: `/fr/institutions/${at.institutionId}/sign-on?tried=address` })
    for (const locale of LOCALES) {
      const { html } = await callPage(at.administrator, at.institutionId, { query: '?tried=address', locale })
      expect(html).toContain(translator(locale)('signOnSettings.tried.address'))
    }
    const other = await school()
    expect((await callPage(other.administrator, other.institutionId, { form: { try: 'yes' } })).status).toBe(404)
  })

  it('is limited for each account', async () => {
    const at = await school()
    await connectProvider(at)
    const permit = await mayIntegrate(at.administrator, at.institutionId)
    const net = testNet([], { resolve: async () => [] })
    const now = new Date()
    for (let tries = 0; tries < 60; tries += 1) expect(await tryProvider(permit, now, net)).toBe('dns')
    await expect(tryProvider(permit, now, net)).rejects.toMatchObject({ code: 'too-many-requests' })
  })
})

describe('the page of the provider', () => {
  it('is for the administrators of the institution alone', async () => {
    const [hers, other] = [await school(), await school()]
    await connectProvider(hers)
    const { institutionId } = hers
    const strangers = [
      await insertStaff('tutor', institutionId),
      await insertStaff('platform-administrator', null),
      await insertStaff('support', null),
      other.administrator,
    ]
    const forms: Record<string, string>[] = [
      { ...PROVIDER, clientId: 'stolen' },
      { remove: PROVIDER.issuer },
      { try: 'yes' },
    ]
    for (const who of strangers) {
      const shown = await callPage(who, institutionId)
      expect([shown.status, shown.html.includes(PROVIDER.clientId)]).toEqual([403, false])
      for (const form of forms) expect((await callPage(who, institutionId, { form })).status).toBe(403)
    }
    expect((await callPage(null, institutionId)).to).toContain('/fr/sign-in?next=')
    expect(await providerAt(institutionId)).toMatchObject({ clientId: PROVIDER.clientId })
    expect(await actsIn(institutionId)).toHaveLength(1)
  })

  it('asks for a fresh code, and then for the typed secret again', async () => {
    const { institutionId } = await school()
    const administrator = await insertPerson()
    await giveRole(administrator.accountId, 'administrator', institutionId)
    const { secret } = await setUpFor(administrator, new Date(Date.now() - 60 * MINUTE_MS))
    await connectProvider({ administrator: await insertStaff('administrator', institutionId), institutionId })
    await outdate(administrator)
    expect((await callPage(administrator, institutionId)).to).toContain('/fr/second-factor?next=')

    const form = { ...PROVIDER, clientSecret: 'renewed-9c1b' }
    const asked = await callPage(administrator, institutionId, { form })
    expect([asked.status, asked.html.includes('renewed-9c1b')]).toEqual([401, false])
    const kept = asked.html.match(/name="kept-form" value="([^"]*)"/)?.[1] ?? ''
    const whole = { 'kept-form': kept.replaceAll('&quot;', '"'), code: codeAt(secret, new Date()) }
    const again = await callPage(administrator, institutionId, { form: whole })
    expect(again.status).toBe(400)
    expect(again.html).toContain(t('signOnSettings.problems.secretAgain'))
    expect(again.html).toContain(`value="${PROVIDER.issuer}"`)
    expect(await secretAt(institutionId)).toBe(PROVIDER.clientSecret)
    expect((await callPage(administrator, institutionId, { form })).status).toBe(303)
    expect(await secretAt(institutionId)).toBe('renewed-9c1b')
  })

  it('is closed for an archived institution, whose provider nobody can use', async () => {
    const at = await school()
    await connectProvider(at)
    const permit = await mayIntegrate(at.administrator, at.institutionId)
    await archive(at.institutionId)
    const platform = await insertStaff('platform-administrator', null)
    const statuses = [
      (await callPage(at.administrator, at.institutionId)).status,
      (await callPage(at.administrator, at.institutionId, { form: PROVIDER })).status,
      (await callDomains(platform, at.institutionId)).status,
      (await callDomains(platform, at.institutionId, { form: { domain: 'ecole.example' } })).status,
      (await callPage(at.administrator, randomUUID())).status,
    ]
    expect(statuses).toEqual([403, 403, 404, 404, 403])
    // The institution was archived between the check and the act.
    const late = [
      () => saveProvider(permit, PROVIDER, new Date()),
      () => removeProvider(permit, PROVIDER.issuer, new Date()),
      () => tryProvider(permit, new Date()),
    ]
    for (const act of late) await expect(act()).rejects.toMatchObject({ code: 'not-found' })
    expect(await findProvider(db(), at.institutionId)).toBeNull()
  })
})

describe('the e-mail domains of an institution', () => {
  const platformStaff = () => insertStaff('platform-administrator', null)
  const ownersOf = async (domain: string) =>
    (await db().signOnDomain.findMany({ where: { domain } })).map(({ institutionId }) => institutionId)

  it('are entered and taken back by the platform, on a page in three languages and in the log', async () => {
    const [{ institutionId }, platform] = [await school(), await platformStaff()]
    const add = (domain: string) => callDomains(platform, institutionId, { form: { domain } })
    const address = `/fr/institutions/${institutionId}/domains`
    expect((await add(' Ecole.Example ')).to).toBe(`${address}?done=added`)
    expect((await add('tribunal-fès.example')).to).toBe(`${address}?done=added`)
    for (const locale of LOCALES) {
      const { status, html } = await callDomains(platform, institutionId, { locale })
      expect(status).toBe(200)
      for (const domain of ['ecole.example', 'xn--tribunal-fs-79a.example'])
        expect(html).toContain(`name="remove" value="${domain}"`)
      expect(html).not.toContain('<b>de Fès')
    }
    expect((await add('ecole.example')).to).toBe(`${address}?done=added-before`)
    const remove = () => callDomains(platform, institutionId, { form: { remove: 'ecole.example' } })
    expect((await remove()).to).toBe(`${address}?done=removed`)
    expect((await remove()).status).toBe(404)

    const acts = await actsIn(institutionId)
    expect(acts.map(({ act, actorId, details }) => [act, actorId, details])).toEqual([
      ['sign-on-domain-added', platform.accountId, { domain: 'ecole.example' }],
      ['sign-on-domain-added', platform.accountId, { domain: 'xn--tribunal-fs-79a.example' }],
      ['sign-on-domain-removed', platform.accountId, { domain: 'ecole.example', links: 0 }],
    ])
  })

  it.each([
    ['a@ecole.example', 'address'],
    ['*.ecole.example', 'malformed'],
    ['192.168.1.1', 'malformed'],
    ['', 'malformed'],
    ['ecole', 'suffix'],
    ['gov.ma', 'suffix'],
    ['gmail.com', 'free'],
    ['Yahoo.FR', 'free'],
    ['outlook.com', 'free'],
  ] as const)('are never %j', async (domain, problem) => {
    const [{ institutionId }, platform] = [await school(), await platformStaff()]
    const { status, html } = await callDomains(platform, institutionId, { form: { domain } })
    expect(status).toBe(400)
    expect(html).toContain(t(`signOnDomains.problems.${problem}`))
    expect(html).toContain(`value="${domain}"`)
    expect(await db().signOnDomain.count()).toBe(0)
  })

  it.each([
    ['ecole.example', 'ecole.example'],
    ['ecole.example', 'ECOLE.Example.'],
    ['xn--tribunal-fs-79a.example', 'Tribunal-Fès.example'],
    ['tribunal-fès.example', 'xn--tribunal-fs-79a.example'],
  ])('belong to one institution: %s and %s are the same domain', async (first, second) => {
    const [one, other, platform] = [await school('Cour <i>A</i>'), await school(), await platformStaff()]
    expect((await callDomains(platform, one.institutionId, { form: { domain: first } })).status).toBe(303)
    const refused = await callDomains(platform, other.institutionId, { form: { domain: second } })
    expect(refused.status).toBe(400)
    // The platform sees every institution, so the refusal may name the one that has the domain.
    expect(refused.html).toContain('Cour &lt;i&gt;A&lt;/i&gt;')
    expect(refused.html).toContain(`value="${second}"`)
    expect(await db().signOnDomain.findMany()).toMatchObject([{ institutionId: one.institutionId }])
    expect(await actsIn(other.institutionId)).toEqual([])
  })

  it('stay with an institution that is archived', async () => {
    const [one, other, platform] = [await school('Cour A'), await school(), await platformStaff()]
    await enterDomain(platform, one.institutionId, 'ecole.example')
    await archive(one.institutionId)
    const { status, html } = await callDomains(platform, other.institutionId, { form: { domain: 'ecole.example' } })
    expect(status).toBe(400)
    expect(html).toContain(t('signOnDomains.problems.takenArchived', { name: '\u2068Cour A\u2069' }))
    expect(await ownersOf('ecole.example')).toEqual([one.institutionId])
  })

  it('belong to one institution if they are entered for two at once', async () => {
    const [one, other, platform] = [await school(), await school(), await platformStaff()]
    const permits = await Promise.all([one, other].map((at) => mayOwnDomains(platform, at.institutionId)))
    const added = await Promise.all(permits.map((permit) => addDomain(permit, 'ecole.example', new Date())))
    const [owner] = await ownersOf('ecole.example')
    expect(added.filter((result) => result === 'added')).toHaveLength(1)
    expect(added.filter((result) => typeof result === 'object')).toMatchObject([{ owner: { id: owner } }])
    const acts = [...(await actsIn(one.institutionId)), ...(await actsIn(other.institutionId))]
    expect(acts.map(({ institutionId }) => institutionId)).toEqual([owner])
  })

  it('are stored once if they are entered twice at once', async () => {
    const [{ institutionId }, platform] = [await school(), await platformStaff()]
    const permit = await mayOwnDomains(platform, institutionId)
    const added = await Promise.all([1, 2].map(() => addDomain(permit, 'ecole.example', new Date())))
    expect(added.toSorted()).toEqual(['added', 'added-before'])
    expect(await actsIn(institutionId)).toHaveLength(1)
  })

  it('are not taken back in the name of another institution', async () => {
    const [one, other, platform] = [await school(), await school(), await platformStaff()]
    await enterDomain(platform, one.institutionId, 'ecole.example')
    const permit = await mayOwnDomains(platform, other.institutionId)
    await expect(removeDomain(permit, 'ecole.example', new Date())).rejects.toMatchObject({ code: 'not-found' })
    expect(await ownersOf('ecole.example')).toEqual([one.institutionId])
  })

  it('have a limit', async () => {
    const [{ institutionId }, platform] = [await school(), await platformStaff()]
    const addedAt = new Date()
    await db().signOnDomain.createMany({
      data: Array.from({ length: MOST_SIGN_ON_DOMAINS }, (_, n) => ({
        domain: `e${n}.example`,
        institutionId,
        addedAt,
      })),
    })
    const { status, html } = await callDomains(platform, institutionId, { form: { domain: 'more.example' } })
    expect([status, html.includes(t('signOnDomains.problems.full'))]).toEqual([400, true])
  })

  it('cannot be entered by the institution, by support, or without a fresh code', async () => {
    const [{ institutionId, administrator }, platform] = [await school(), await platformStaff()]
    const strangers = [administrator, await insertStaff('tutor', institutionId), await insertStaff('support', null)]
    for (const who of strangers) {
      expect((await callDomains(who, institutionId)).status).toBe(403)
      expect((await callDomains(who, institutionId, { form: { domain: 'ecole.example' } })).status).toBe(403)
    }
    expect((await callDomains(null, institutionId)).to).toContain('/fr/sign-in?next=')
    await outdate(platform)
    expect((await callDomains(platform, institutionId)).to).toContain('/fr/second-factor?next=')
    expect((await callDomains(platform, institutionId, { form: { domain: 'ecole.example' } })).status).toBe(401)
    expect(await db().signOnDomain.count()).toBe(0)
  })
})
