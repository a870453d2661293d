import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { GET as getAsk, POST as postAsk } from '@/app/[locale]/(auth)/second-factor/route'
import { GET as getMine, POST as postMine } from '@/app/[locale]/(learn)/account/second-factor/route'
import { POST as postChallenge } from '@/app/api/account/passkey-challenge/route'
import { formPage } from '@/app/http/form'
import { MOST_PASSKEYS } from '@/domain/auth/passkey'
import { translator } from '@/i18n/translator'
import { requirePermission } from '@/server/auth/permit'
import { db } from '@/server/db/client'
import { codeAt } from '@/tests/support/authenticator'
import { callAs } from '@/tests/support/next-headers'
import { PasskeyDevice } from '@/tests/support/passkey-device'
import { insertPerson, PASSWORD } from '@/tests/support/people'
import { passkeyFor, setUpFor } from '@/tests/support/second-factor'
import { giveRole } from '@/tests/support/staff'

const t = translator('fr')
const ORIGIN = 'http://localhost:3000'
const PATH = '/fr/account/second-factor'
const AN_HOUR_AGO = () => new Date(Date.now() - 3_600_000)
const context = { params: Promise.resolve({ locale: 'fr' }) }
const get = (path: string) => new Request(ORIGIN + path)
const post = (path: string, fields: Record<string, string>) =>
  new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(fields) })
const send = (fields: Record<string, string>) => postMine(post(PATH, fields), context)
const led = ({ status, headers }: Response) => [status, headers.get('location')]
const mine = async () => (await getMine(get(PATH), context)).text()

/** A person who is signed in in this browser. */
async function someone() {
  const person = await insertPerson()
  await callAs(person.sessionId)
  return person
}

async function withPasskey() {
  const person = await someone()
  return { ...person, ...(await passkeyFor(person, AN_HOUR_AGO())) }
}

function ask(body: unknown, headers: Record<string, string> = {}) {
  return postChallenge(
    new Request(`${ORIGIN}/api/account/passkey-challenge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
      body: JSON.stringify(body),
    }),
  )
}

/** The answer of her device to a new challenge for this browser. */
async function signed(device: PasskeyDevice, more = {}): Promise<string> {
  const { challenge } = await (await ask({ kind: 'prove' })).json()
  return device.prove({ challenge, ...more })
}

/** The options that the registration page gives to the browser. */
function asked(html: string): { challenge: string; user: { id: string }; excludeCredentials: { id: string }[] } {
  const [, json = ''] = /data-passkey-new="([^"]*)"/.exec(html) ?? []
  return JSON.parse(json.replaceAll('&quot;', '"'))
}

describe('the challenge that a script asks for', () => {
  it('is for signed-in people with a passkey, on this site', async () => {
    await callAs(null)
    expect((await ask({ kind: 'prove' })).status).toBe(401)
    await someone()
    expect((await ask({ kind: 'prove' })).status).toBe(409)
    const { device } = await withPasskey()
    const answer = await ask({ kind: 'prove' })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await answer.json()).toMatchObject({ rpId: 'localhost', allowCredentials: [{ id: device.id }] })
    expect((await ask({ kind: 'prove' }, { origin: 'https://evil.example' })).status).toBe(403)
  })

  it.each([{ kind: 'register-first' }, { kind: 'register-another' }, { kind: 7 }, [], null])(
    'is refused for any other purpose: %j',
    async (body) => {
      await withPasskey()

      expect((await ask(body)).status).toBe(400)
    },
  )
})

describe('the page of her second factor', () => {
  it('registers a first passkey from the password to the recovery codes', async () => {
    const { accountId, email } = await someone()
    await db().session.updateMany({ where: { accountId }, data: { browser: 'Firefox, Linux' } })
    const wrong = await send({ act: 'start', password: 'not the right one', 'with-passkey': 'yes' })
    expect([wrong.status, (await wrong.text()).includes(t('fields.problems.password-wrong'))]).toEqual([401, true])
    expect((await send({ act: 'start', password: '', 'with-passkey': 'yes' })).status).toBe(400)
    expect(led(await send({ act: 'start', password: PASSWORD, 'with-passkey': 'yes' }))).toEqual([303, PATH])

    const html = await mine()
    expect(html).toContain(t('secondFactor.passkeys.needsScript'))
    expect(html).toContain('value="Firefox, Linux"')
    const { challenge, user } = asked(html)
    expect(user.id).not.toContain(accountId)
    expect(Buffer.from(user.id, 'base64url').toString()).not.toContain(email)
    const passkey = new PasskeyDevice().register({ challenge })
    const done = await send({ act: 'passkey-register', name: 'Mon téléphone', passkey })

    const codes = await done.text()
    expect([done.status, codes.match(/<li>(\d{4} ){5}\d{4}<\/li>/g)?.length]).toEqual([200, 10])
    expect(codes).toContain(t('secondFactor.codes.registered'))
    expect(led(await send({ act: 'passkey-register', name: 'Mon téléphone', passkey }))).toEqual([303, PATH])
    const list = await mine()
    expect(list).toContain('Mon téléphone')
    expect(list).toContain(t('secondFactor.passkeys.unused'))
  })

  it.each([
    ['a name that is missing', { name: ' ' }, 400, 'fields.problems.required'],
    ['a passkey that is missing', { passkey: '' }, 400, 'secondFactor.passkeys.problems.unread'],
    ['what is no JSON', { passkey: '{"id"' }, 400, 'secondFactor.passkeys.problems.unread'],
    ['too much', { passkey: JSON.stringify({ id: 'a'.repeat(9000) }) }, 400, 'secondFactor.passkeys.problems.unread'],
  ] as const)('gives a registration back with %s, and then takes it', async (_, wrong, status, sentence) => {
    await someone()
    await send({ act: 'start', password: PASSWORD, 'with-passkey': 'yes' })
    const { challenge } = asked(await mine())
    const form = { act: 'passkey-register', name: 'Clé <b>', passkey: new PasskeyDevice().register({ challenge }) }

    const answer = await send({ ...form, ...wrong })

    const html = await answer.text()
    expect(answer.status).toBe(status)
    expect(html).toContain(t(sentence))
    if (!('name' in wrong)) expect(html).toContain('value="Clé &lt;b&gt;"')
    expect(asked(html).challenge).toBe(challenge)
    expect((await send(form)).status).toBe(200)
  })

  it('says what was wrong with a passkey, and asks for another', async () => {
    await someone()
    await send({ act: 'start', password: PASSWORD, 'with-passkey': 'yes' })
    const { challenge } = asked(await mine())
    const passkey = new PasskeyDevice().register({ challenge, origin: 'https://evil.example' })

    const answer = await send({ act: 'passkey-register', name: 'x', passkey })

    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain(t('secondFactor.passkeys.problems.wrong'))
    expect(asked(html).challenge).not.toBe(challenge)
  })

  it('offers to begin again if a registration has taken too long, and can cancel one', async () => {
    const { sessionId } = await someone()
    const start = () => send({ act: 'start', password: PASSWORD, 'with-passkey': 'yes' })
    await start()
    const { challenge } = asked(await mine())
    await db().session.update({ where: { id: sessionId }, data: { challengedAt: AN_HOUR_AGO() } })

    const answer = await send({
      act: 'passkey-register',
      name: 'x',
      passkey: new PasskeyDevice().register({ challenge }),
    })

    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(html).toContain(t('secondFactor.passkeys.problems.expired'))
    expect(html).toContain('name="with-passkey"')
    await start()
    expect(led(await send({ act: 'passkey-cancel' }))).toEqual([303, PATH])
    expect(await mine()).toContain('name="with-passkey"')
  })

  it('adds one by a code or a passkey, and shows the button to those who have one', async () => {
    const person = await someone()
    const { secret } = await setUpFor(person, AN_HOUR_AGO())
    expect(await mine()).not.toContain('data-passkey="prove"')
    expect((await send({ act: 'passkey-add', code: '12' })).status).toBe(400)
    expect(led(await send({ act: 'passkey-add', code: codeAt(secret, new Date()) }))).toEqual([303, PATH])
    const device = new PasskeyDevice()
    const first = device.register({ challenge: asked(await mine()).challenge })
    expect(led(await send({ act: 'passkey-register', name: 'Une', passkey: first }))).toEqual([303, PATH])

    expect(await mine()).toContain('data-passkey="prove"')
    expect(led(await send({ act: 'passkey-add', code: '', passkey: await signed(device) }))).toEqual([303, PATH])
    expect(asked(await mine()).excludeCredentials).toMatchObject([{ id: device.id }])
  })

  it('renames and removes one of hers', async () => {
    const { id, device } = await withPasskey()
    expect(led(await send({ act: 'passkey-rename', id, name: 'Bureau' }))).toEqual([303, PATH])
    expect(await mine()).toContain('<bdi>Bureau</bdi>')
    const long = await send({ act: 'passkey-rename', id, name: 'x'.repeat(61) })
    const html = await long.text()
    expect([long.status, html.includes('x'.repeat(61)), html.includes('<details open=""')]).toEqual([400, true, true])

    const refused = await send({ act: 'passkey-remove', id, code: '', passkey: await signed(device, { rpId: 'evil' }) })
    const again = await refused.text()
    expect([refused.status, again.includes(t('secondFactor.problems.passkey-wrong'))]).toEqual([401, true])
    expect(again).toContain(`id="passkey-remove-${id}-problems"`)
    const used = await signed(device)
    expect(led(await send({ act: 'passkey-remove', id, code: '', passkey: used }))).toEqual([303, PATH])
    expect(await mine()).toContain('name="with-passkey"')
  })

  it('finds no passkey of another person, and none under an unknown id', async () => {
    const { id } = await withPasskey()
    const { device } = await withPasskey()

    expect((await send({ act: 'passkey-rename', id, name: 'x' })).status).toBe(404)
    expect((await send({ act: 'passkey-rename', id: 'x', name: 'x' })).status).toBe(404)
    expect((await send({ act: 'passkey-remove', id, code: '', passkey: await signed(device) })).status).toBe(404)
  })

  it('has no form to remove the last one that a role needs', async () => {
    const { accountId, id, device } = await withPasskey()
    await giveRole(accountId, 'platform-administrator', null)

    const html = await mine()
    expect(html).toContain(t('secondFactor.passkeys.needed'))
    expect(html).not.toContain('value="passkey-remove"')
    expect((await send({ act: 'passkey-remove', id, code: '', passkey: await signed(device) })).status).toBe(409)
  })

  it('has no form to add an eleventh', async () => {
    const { accountId, device } = await withPasskey()
    const row = { accountId, publicKey: new Uint8Array(), counter: 0, name: 'x', createdAt: new Date() }
    const more = Array.from({ length: MOST_PASSKEYS - 1 }, (_, at) => ({ ...row, credentialId: `${accountId}${at}` }))
    await db().passkey.createMany({ data: more })

    const html = await mine()
    expect(html).toContain(t('secondFactor.passkeys.full', { count: MOST_PASSKEYS }))
    expect(html).not.toContain('value="passkey-add"')
    const refused = await send({ act: 'passkey-add', code: '', passkey: await signed(device) })
    const said = await refused.text()
    expect([refused.status, said.includes(t('secondFactor.passkeys.problems.full'))]).toEqual([409, true])
  })
})

describe('a form that asks for a code', () => {
  const path = `/fr/second-factor?next=${encodeURIComponent('/fr/courses')}`
  const forget = ({ sessionId }: { sessionId: string }) =>
    db().session.update({ where: { id: sessionId }, data: { provedAt: null } })

  it('accepts a passkey, also if the form is sent twice', async () => {
    const her = await withPasskey()
    await forget(her)
    const html = await (await getAsk(get(path), context)).text()
    expect(html).toContain('data-passkey="prove"')
    expect(html).toMatch(/passkey[^"]*\.js"/)

    const passkey = await signed(her.device)
    expect(led(await postAsk(post(path, { act: 'prove', code: '', passkey }), context))).toEqual([303, '/fr/courses'])
    expect(led(await postAsk(post(path, { act: 'prove', code: '', passkey }), context))).toEqual([303, '/fr/courses'])
  })

  it('sent eight times at once is taken once: the others find this browser confirmed, and later it proves nothing', async () => {
    const her = await withPasskey()
    await forget(her)
    const form = { act: 'prove', code: '', passkey: await signed(her.device, { counter: 5 }) }
    const uses = async () => (await db().passkey.findFirstOrThrow({ where: { accountId: her.accountId } })).counter
    const before = await uses()

    const answers = await Promise.all(Array.from({ length: 8 }, () => postAsk(post(path, form), context)))

    // A browser that a simultaneous request has confirmed goes on; one that came too early is told that it expired.
    expect(answers.some(({ status }) => status === 303)).toBe(true)
    for (const answer of answers) {
      if (answer.status === 303) expect(led(answer)).toEqual([303, '/fr/courses'])
      else expect([401, 429]).toContain(answer.status)
    }
    const counted = await uses()
    expect(counted).toBeGreaterThan(before)
    await forget(her)
    expect((await postAsk(post(path, form), context)).status).not.toBe(303)
    expect(await uses()).toBe(counted)
  })

  it.each([
    ['{', 400, 'passkey-malformed'],
    [`"${'x'.repeat(20_000)}"`, 400, 'passkey-malformed'],
  ] as const)('comes back if it holds no valid answer of a passkey', async (passkey, status, problem) => {
    await forget(await withPasskey())

    const answer = await postAsk(post(path, { act: 'prove', code: '12', passkey }), context)

    const html = await answer.text()
    expect(answer.status).toBe(status)
    expect(html).toContain(t(`secondFactor.problems.${problem}`))
    expect(html).toContain('value="12"')
    expect(html).not.toContain('xxxx')
  })

  it('says that the challenge has expired, and still has its button', async () => {
    const her = await withPasskey()
    await forget(her)
    const passkey = await signed(her.device)
    await db().session.update({ where: { id: her.sessionId }, data: { challengedAt: AN_HOUR_AGO() } })

    const answer = await postAsk(post(path, { act: 'prove', code: '', passkey }), context)

    const html = await answer.text()
    expect(answer.status).toBe(401)
    expect(html).toContain(t('secondFactor.problems.passkey-expired'))
    expect(html).toContain('data-passkey="prove"')
  })

  it('has no button for somebody without a passkey', async () => {
    const person = await someone()
    await setUpFor(person, AN_HOUR_AGO())
    await forget(person)

    expect(await (await getAsk(get(path), context)).text()).not.toContain('data-passkey')
  })

  it('keeps another form meanwhile, and sends it with the passkey', async () => {
    const her = await withPasskey()
    await giveRole(her.accountId, 'platform-administrator', null)
    await forget(her)
    const { POST } = formPage({
      permit: ({ caller }) => requirePermission(caller, 'platform:read', {}),
      page: async () => ({ title: 'x', main: createElement('main') }),
      read: (form) => String(form.get('typed')),
      act: async (_, typed) => typed,
      done: (typed) => `/done-${typed}`,
    })
    const kept = await POST(post('/fr/x', { typed: 'word' }), context)
    const html = await kept.text()
    expect(html).toContain('data-passkey="prove"')
    const [, held = ''] = /name="kept-form" value="([^"]*)"/.exec(html) ?? []

    const fields = { 'kept-form': held.replaceAll('&quot;', '"'), code: '', passkey: await signed(her.device) }
    expect(led(await POST(post('/fr/x', fields), context))).toEqual([303, '/done-word'])
  })
})
