import { describe, expect, it } from 'vitest'
import { GET as getAsk, POST as postAsk } from '@/app/[locale]/(auth)/second-factor/route'
import { GET as getMine, POST as postMine } from '@/app/[locale]/(learn)/account/second-factor/route'
import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { page } from '@/app/http/get-page'
import { json } from '@/app/http/json'
import { translator } from '@/i18n/translator'
import type { Caller } from '@/server/auth/caller'
import { requirePermission } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { seeOther } from '@/server/respond'
import { codeAt } from '@/tests/support/authenticator'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, PASSWORD } from '@/tests/support/people'
import { offeredSecret, setUpFor } from '@/tests/support/second-factor'
import { giveRole, makeInstitution } from '@/tests/support/staff'

const t = translator('fr')
const NEXT = '/fr/courses?a=1'
const AN_HOUR_AGO = () => new Date(Date.now() - 3_600_000)
const context = { params: Promise.resolve({ locale: 'fr' }) }
const at = (path: string) => `http://localhost:3000${path}`
const get = (path: string) => new Request(at(path))
const post = (path: string, fields: Record<string, string>) =>
  new Request(at(path), { method: 'POST', body: new URLSearchParams(fields) })
const led = ({ status, headers }: Response) => [status, headers.get('location')]

/** An administrator of the platform who is signed in in this browser. */
async function administrator({ factor }: { factor: boolean }) {
  const person = await insertPerson()
  await giveRole(person.accountId, 'platform-administrator', null)
  const made = factor ? await setUpFor(person, AN_HOUR_AGO()) : null
  await callAs(person.sessionId)
  return { ...person, secret: made?.secret ?? '', recoveryCodes: made?.recoveryCodes ?? [] }
}

const forgetProof = ({ sessionId }: { sessionId: string }) =>
  db().session.update({ where: { id: sessionId }, data: { provedAt: null } })

describe('a page that needs more than a password', () => {
  const guarded = ({ caller }: { caller: Caller }) => requirePermission(caller, 'platform:read', {})
  const open = page(async (asked) => {
    await guarded(asked)
    return seeOther('/opened')
  })
  const send = form({
    back: (_: Context) => '/courses?a=1',
    permit: guarded,
    act: async () => {},
    done: () => '/opened',
  })
  const apiHandler = json(async (asked) => {
    await guarded(asked)
    return Response.json({})
  })
  const call = async () => {
    const answer = await apiHandler(get(NEXT))
    return [
      led(await open(get(NEXT), context)),
      led(await send(post(NEXT, {}), context)),
      [answer.status, (await answer.json()).code],
    ]
  }
  const back = `?next=${encodeURIComponent(NEXT)}`

  it('leads to the set-up first, and answers a program with an error code', async () => {
    await administrator({ factor: false })
    const there = [303, `/fr/account/second-factor${back}`]

    expect(await call()).toEqual([there, there, [403, 'second-factor-missing']])
  })

  it('asks for a code in a browser that gave none', async () => {
    await forgetProof(await administrator({ factor: true }))
    const there = [303, `/fr/second-factor${back}`]

    expect(await call()).toEqual([there, there, [401, 'second-factor-required']])
  })

  it('opens once the code was given', async () => {
    await administrator({ factor: true })

    expect(await call()).toEqual([
      [303, '/opened'],
      [303, '/opened'],
      [200, undefined],
    ])
  })
})

describe('the page that asks for a code', () => {
  it('leads back to the page that asked for it, and to no other site', async () => {
    for (const [next, place] of [
      [NEXT, NEXT],
      ['//evil.example', '/fr/account'],
    ] as const) {
      const { secret } = await administrator({ factor: true })
      const path = `/fr/second-factor?next=${encodeURIComponent(next)}`

      const sent = post(path, { act: 'prove', code: codeAt(secret, new Date()) })
      expect(led(await postAsk(sent, context))).toEqual([303, place])
      // A second tap and a reload of the page lead to the same place.
      expect(led(await postAsk(post(path, { code: codeAt(secret, new Date()) }), context))).toEqual([303, place])
      expect(led(await getAsk(get(path), context))).toEqual([303, place])
    }
  })

  it.each([
    ['', 400, 'empty'],
    ['12 34', 400, 'malformed'],
    ['000 000', 401, 'wrong'],
  ] as const)('gives %j back with what is wrong and what was typed', async (code, status, problem) => {
    await administrator({ factor: true })

    const answer = await postAsk(post(`/fr/second-factor?next=${NEXT}`, { act: 'prove', code }), context)

    const html = await answer.text()
    expect(answer.status).toBe(status)
    expect(html).toContain(t(`secondFactor.problems.${problem}`))
    expect(html).toContain(`value="${code}"`)
    expect(html).toContain(`action="/fr/second-factor?next=${encodeURIComponent(NEXT)}"`)
  })

  it('says when to try again after too many', async () => {
    await administrator({ factor: true })
    const ask = () => postAsk(post('/fr/second-factor', { code: '000000' }), context)
    for (let time = 0; time < 3; time++) await ask()

    const answer = await ask()
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain(t('account.locked', { time: '' }).trimEnd().replace(/\.$/, '').trimEnd())
  })

  it('sends a person without a second factor to the set-up', async () => {
    await administrator({ factor: false })

    expect(led(await getAsk(get('/fr/second-factor'), context))).toEqual([303, '/fr/account/second-factor'])
  })
})

describe('the page of her second factor', () => {
  const path = `/fr/account/second-factor?next=${encodeURIComponent(NEXT)}`
  const send = (fields: Record<string, string>) => postMine(post(path, fields), context)

  it('sets it up from the password to the recovery codes, and goes on to where she was led from', async () => {
    const her = await administrator({ factor: false })
    const wrong = await send({ act: 'start', password: 'not the right one' })
    expect([wrong.status, (await wrong.text()).includes(t('fields.problems.password-wrong'))]).toEqual([401, true])
    expect(led(await send({ act: 'start', password: PASSWORD }))).toEqual([303, path])
    const secret = await offeredSecret(her, new Date())
    const shown = await (await getMine(get(path), context)).text()
    expect(shown).toContain(`secret=${secret}`)

    const refused = await send({ act: 'confirm', code: '000000' })
    const again = await refused.text()
    expect([refused.status, again.includes(t('secondFactor.problems.wrong-first'))]).toEqual([401, true])
    expect(again).toContain(`secret=${secret}`)
    const done = await send({ act: 'confirm', code: codeAt(secret, new Date()) })
    const html = await done.text()
    expect([done.status, done.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(html.match(/<li>(\d{4} ){5}\d{4}<\/li>/g)).toHaveLength(10)
    expect(html).toContain(`href="${NEXT}"`)
    // A reload does not show the codes again.
    expect(led(await send({ act: 'confirm', code: codeAt(secret, new Date()) }))).toEqual([303, path])
  })

  it('leads back from the set-up of an app to the choice, where a passkey is offered too', async () => {
    await administrator({ factor: false })
    await send({ act: 'start', password: PASSWORD })
    const shown = await (await getMine(get(path), context)).text()
    const [cancel] = shown.match(/<form [^>]*><input type="hidden" name="act" value="cancel"\/>.*?<\/form>/) ?? []
    expect(cancel).toContain(t('secondFactor.cancelFirst'))
    expect(cancel).not.toContain(t('secondFactor.setUp.cancel'))

    expect(led(await send({ act: 'cancel' }))).toEqual([303, path])

    const html = await (await getMine(get(path), context)).text()
    expect(html).not.toContain('secret=')
    expect(html).toContain(t('secondFactor.start'))
    expect(html).toContain(t('secondFactor.passkeys.start'))
  })

  it('says where to choose a password, if an account of an institution may have opened hers', async () => {
    const { accountId } = await administrator({ factor: false })
    const choose = `<a href="/fr/reset-password?next=${encodeURIComponent(path)}">${t('account.forgot')}</a>`
    expect(await (await getMine(get(path), context)).text()).not.toContain(choose)

    const identity = { issuer: 'https://sso.ecole.ma', subject: accountId, linkedAt: new Date() }
    await db().linkedIdentity.create({ data: { accountId, institutionId: await makeInstitution(), ...identity } })

    const html = await (await getMine(get(path), context)).text()
    expect(html).toContain(`${t('schoolAccount.mine.noPassword')} ${choose}`)
  })

  it('refuses to turn off what her role needs, with a sentence', async () => {
    const { secret } = await administrator({ factor: true })

    expect(await (await getMine(get(path), context)).text()).toContain(t('secondFactor.on.needed'))
    expect((await send({ act: 'off', code: codeAt(secret, new Date()) })).status).toBe(409)
  })

  it('refuses an act for which it has no form', async () => {
    await administrator({ factor: true })

    expect((await send({ act: 'toString', code: '000000' })).status).toBe(400)
    expect((await send({})).status).toBe(400)
  })

  it('is for signed-in people', async () => {
    await callAs(null)
    const signIn = `/fr/sign-in?next=${encodeURIComponent(path)}`

    expect(led(await getMine(get(path), context))).toEqual([303, signIn])
    expect(led(await send({ act: 'renew', code: '000000' }))).toEqual([303, signIn])
    expect((await postAsk(post('/fr/second-factor', { code: '000000' }), context)).headers.get('location')).toBe(
      '/fr/sign-in?next=%2Ffr%2Fsecond-factor',
    )
  })
})
