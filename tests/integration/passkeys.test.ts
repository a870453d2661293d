import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { MOST_PASSKEYS, readNewPasskey } from '@/domain/auth/passkey'
import { proofOf } from '@/domain/auth/roles-held'
import { exportMyData } from '@/server/account/my-data'
import { askForPasskey } from '@/server/account/second-factor/challenge'
import { renewRecoveryCodes, turnOffSecondFactor } from '@/server/account/second-factor/change'
import { nameMyPasskey, removeMyPasskey } from '@/server/account/second-factor/own-passkeys'
import { proveSecondFactor } from '@/server/account/second-factor/prove'
import { readSecondFactor } from '@/server/account/second-factor/read-state'
import {
  addPasskey,
  cancelPasskey,
  registerPasskey,
  startPasskey,
} from '@/server/account/second-factor/register-passkey'
import { removeSecondFactorFor } from '@/server/account/second-factor/remove-for'
import { confirmSecondFactor, replaceSecondFactor, startSecondFactor } from '@/server/account/second-factor/set-up'
import { withCode } from '@/server/account/second-factor/with-code'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { findListedAccount } from '@/server/db/account/account-list'
import { findStoredRoles } from '@/server/db/auth/roles'
import { insertSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { codeAt } from '@/tests/support/authenticator'
import { PasskeyDevice } from '@/tests/support/passkey-device'
import { insertPerson, mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import {
  offeredSecret,
  passkeyCode,
  passkeyFor,
  registeringChallenge,
  registerWith,
  setUpFor,
  signedBy,
} from '@/tests/support/second-factor'
import { giveRole } from '@/tests/support/staff'
import { visitOf } from '@/tests/support/visit'

const START = new Date('2026-11-24T10:00:00Z')
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)
const LATER = later(30)
type Someone = { accountId: string; sessionId: string }
type Code = Parameters<typeof proveSecondFactor>[1]

const prove = (person: Someone, code: Code, now = LATER) => proveSecondFactor(mayChange(person), code, now)
const app = (secret: string, time: Date) => ({ kind: 'app', digits: codeAt(secret, time) }) as const
const recovery = (digits = '') => ({ kind: 'recovery', digits }) as const

async function withPasskey() {
  const person = await insertPerson()
  return { person, ...(await passkeyFor(person, START)) }
}

async function otherBrowser({ accountId }: Someone): Promise<Someone> {
  return { accountId, sessionId: await insertSession(db(), accountId, new Date(Date.now() + 3_600_000)) }
}

async function proofIn({ accountId, sessionId }: Someone, now: Date) {
  return proofOf(await findStoredRoles(sql(), accountId, sessionId), now)
}

async function actsAbout({ accountId }: Someone) {
  const rows = await db().auditEntry.findMany({ where: { subjectId: accountId }, orderBy: { id: 'asc' } })
  return rows.map(({ act }) => act)
}

async function challengeFor(person: Someone, now = LATER): Promise<string> {
  return (await askForPasskey(mayChange(person), 'prove', now)).challenge
}

/** Tries to register what a device answers, as her first second factor unless she has one. */
async function tryToRegister(person: Someone, json: string, now = START) {
  const answer = readNewPasskey(json)
  if (!answer) throw new Error('the device gave no answer')
  return registerPasskey(mayChange(person), { answer, name: 'A key' }, now)
}

async function begun(now = START): Promise<{ person: Someone; challenge: string }> {
  const person = await insertPerson()
  await startPasskey(mayChange(person), PASSWORD, visitOf({ now }))
  return { person, challenge: await registeringChallenge(person, now) }
}

const passkeysOf = ({ accountId }: Someone) => db().passkey.findMany({ where: { accountId } })

describe('registering a passkey', () => {
  it('makes it a second factor, with recovery codes, in this browser and no other', async () => {
    const { person, recoveryCodes } = await withPasskey()

    expect(recoveryCodes).toHaveLength(10)
    expect(await proofIn(person, START)).toBe('fresh')
    expect(await proofIn(await otherBrowser(person), START)).toBe('waiting')
    expect(await actsAbout(person)).toEqual(['passkey-added'])
    expect(await readSecondFactor(mayChange(person), START)).toMatchObject({
      status: 'on',
      since: START,
      app: false,
      passkeys: [{ name: 'Firefox, Linux', createdAt: START, lastUsedAt: null }],
      codesLeft: 10,
      needed: false,
    })
  })

  it('asks for the password, and counts for nothing until the device has answered', async () => {
    const person = await insertPerson()

    expect(await startPasskey(mayChange(person), 'not the right one', visitOf())).toEqual({ status: 'wrong' })
    expect((await readSecondFactor(mayChange(person), new Date())).status).toBe('off')
    await startPasskey(mayChange(person), PASSWORD, visitOf({ now: START }))
    expect(await proofIn(person, START)).toBe('none')
    expect((await readSecondFactor(mayChange(await otherBrowser(person)), START)).status).toBe('off')
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['another name of the site', { rpId: 'evil.example' }],
    ['a proof in place of a registration', { type: 'webauthn.get' }],
    ['a device that nobody touched', { present: false }],
  ])('refuses %s, and lets her try again', async (_, wrong) => {
    const { person, challenge } = await begun()

    const refused = await tryToRegister(person, new PasskeyDevice().register({ challenge, ...wrong }))

    expect(refused).toEqual({ status: 'wrong' })
    expect(await passkeysOf(person)).toEqual([])
    expect(await registeringChallenge(person, START)).not.toBe(challenge)
    await registerWith(person, new PasskeyDevice(), START)
  })

  it('expires after five minutes, when it is cancelled, and for an unknown challenge', async () => {
    const { person, challenge } = await begun()
    const json = new PasskeyDevice().register({ challenge })

    expect(await tryToRegister(person, new PasskeyDevice().register({ challenge: 'AAAA' }))).toEqual({
      status: 'expired',
    })
    expect(await tryToRegister(person, json, later(5.1))).toEqual({ status: 'expired' })
    await cancelPasskey(mayChange(person))
    expect(await tryToRegister(person, json)).toEqual({ status: 'expired' })
    expect((await readSecondFactor(mayChange(person), START)).status).toBe('off')
  })

  it('accepts no challenge of another browser or account', async () => {
    const { person, challenge } = await begun()
    const { person: thief } = await begun()
    const json = new PasskeyDevice().register({ challenge })

    expect(await tryToRegister(await otherBrowser(person), json)).toEqual({ status: 'expired' })
    expect(await tryToRegister(thief, json)).toEqual({ status: 'expired' })
    expect((await tryToRegister(person, json)).status).toBe('registered')
  })

  it('is done once when it is sent twice at once', async () => {
    const { person, challenge } = await begun()
    const json = new PasskeyDevice().register({ challenge })

    const both = await Promise.all([tryToRegister(person, json), tryToRegister(person, json)])

    expect(both.map(({ status }) => status).toSorted()).toEqual(['gone', 'registered'])
    expect(await passkeysOf(person)).toHaveLength(1)
  })

  it('refuses a passkey that somebody has registered', async () => {
    const { device } = await withPasskey()
    const { person, challenge } = await begun()

    expect(await tryToRegister(person, device.register({ challenge }))).toEqual({ status: 'known' })
    expect(await passkeysOf(person)).toEqual([])
    expect(await registeringChallenge(person, START)).toEqual(expect.any(String))
  })

  it('needs a code of the existing second factor, and makes no recovery codes then', async () => {
    const person = await insertPerson()
    const { secret } = await setUpFor(person, START)
    await expect(startPasskey(mayChange(person), PASSWORD, visitOf())).rejects.toMatchObject({ code: 'conflict' })
    expect(await addPasskey(mayChange(person), { kind: 'app', digits: '000000' }, LATER)).toEqual({ status: 'wrong' })
    expect((await readSecondFactor(mayChange(person), LATER)).status).toBe('on')

    await addPasskey(mayChange(person), app(secret, LATER), LATER)
    const { recoveryCodes, device } = await registerWith(person, new PasskeyDevice(), LATER)

    expect(recoveryCodes).toEqual([])
    expect(await db().recoveryCode.count({ where: { accountId: person.accountId } })).toBe(10)
    await addPasskey(mayChange(person), await signedBy(device, person, LATER), LATER)
    await registerWith(person, new PasskeyDevice(), LATER)
    expect(await passkeysOf(person)).toHaveLength(2)
  })

  it('ends if it began with the password and a second factor is set up meanwhile', async () => {
    const { person, challenge } = await begun()
    await setUpFor(await otherBrowser(person), START)

    expect(await tryToRegister(person, new PasskeyDevice().register({ challenge }))).toEqual({ status: 'expired' })
    expect(await passkeysOf(person)).toEqual([])
  })

  it('stops at ten', async () => {
    const { person, device } = await withPasskey()
    const row = { accountId: person.accountId, publicKey: new Uint8Array(), counter: 0, name: 'x', createdAt: START }
    const more = (count: number) =>
      db().passkey.createMany({ data: Array.from({ length: count }, () => ({ ...row, credentialId: randomUUID() })) })
    await more(MOST_PASSKEYS - 2)
    await addPasskey(mayChange(person), await signedBy(device, person, LATER), LATER)
    const json = new PasskeyDevice().register({ challenge: await registeringChallenge(person, LATER) })
    await more(1)

    expect(await tryToRegister(person, json, LATER)).toEqual({ status: 'full' })
    expect(await addPasskey(mayChange(person), await signedBy(device, person, LATER), LATER)).toEqual({
      status: 'full',
    })
    expect(await passkeysOf(person)).toHaveLength(MOST_PASSKEYS)
  })

  it('gives only so many challenges in an hour', async () => {
    const { person } = await withPasskey()
    const { hits } = LIMITS['passkey-challenge']
    // The challenge of the registration was in another hour, so it does not count.
    for (let time = 0; time < hits; time++) await challengeFor(person, later(120))

    await expect(challengeFor(person, later(120))).rejects.toMatchObject({ code: 'too-many-requests' })
  })
})

describe('proving by a passkey', () => {
  it('confirms this browser for a while, and records the use', async () => {
    const { person, device } = await withPasskey()
    const other = await otherBrowser(person)

    expect(await prove(other, await signedBy(device, other, LATER, { counter: 7 }))).toEqual({ status: 'proved' })

    expect(await proofIn(other, LATER)).toBe('fresh')
    expect(await proofIn(other, later(41))).toBe('passed')
    expect(await passkeysOf(person)).toMatchObject([{ lastUsedAt: LATER, counter: 7n }])
  })

  it('offers the browser her passkeys alone', async () => {
    const { person, device } = await withPasskey()
    await withPasskey()

    expect(await askForPasskey(mayChange(person), 'prove', LATER)).toMatchObject({
      rpId: 'localhost',
      allowCredentials: [{ id: device.id, type: 'public-key', transports: ['internal'] }],
    })
    await expect(askForPasskey(mayChange(await insertPerson()), 'prove', LATER)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another name of the site', { rpId: 'evil.example' }],
    ['a registration in place of a proof', { type: 'webauthn.create' }],
    ['a device that nobody touched', { present: false }],
  ])('refuses %s, and uses up the challenge', async (_, wrong) => {
    const { person, device } = await withPasskey()
    const challenge = await challengeFor(person)

    expect(await prove(person, passkeyCode(device.prove({ challenge, ...wrong })))).toEqual({ status: 'wrong' })
    expect(await prove(person, passkeyCode(device.prove({ challenge })))).toEqual({ status: 'expired' })
  })

  it('refuses a signature of another key under the id of hers', async () => {
    const { person, device } = await withPasskey()
    const forged = new PasskeyDevice().prove({ challenge: await challengeFor(person) })
    const parts = { ...JSON.parse(forged), id: device.id, rawId: device.id }

    expect(await prove(person, passkeyCode(JSON.stringify(parts)))).toEqual({ status: 'wrong' })
  })

  it.each(['a\u0000b', '', 'a b', 'x'.repeat(101)])(
    'refuses the challenge %j, which nobody makes',
    async (challenge) => {
      const { person, device } = await withPasskey()

      expect(await prove(person, passkeyCode(device.prove({ challenge })))).toEqual({ status: 'wrong' })
    },
  )

  it('refuses malformed data of the browser', async () => {
    const { person, device } = await withPasskey()
    const { response, ...rest } = JSON.parse(device.prove({ challenge: await challengeFor(person) }))
    const broken = ['bnVsbA', 'e30', 'eyJ', 'AAAA']

    for (const clientDataJSON of broken) {
      const code = passkeyCode(JSON.stringify({ ...rest, response: { ...response, clientDataJSON } }))
      expect((await prove(person, code, later(30 + broken.indexOf(clientDataJSON) * 20))).status).toBe('wrong')
    }
  })

  it('refuses the passkey of another account', async () => {
    const { person } = await withPasskey()
    const { device: foreign } = await withPasskey()

    expect(await prove(person, await signedBy(foreign, person, LATER))).toEqual({ status: 'wrong' })
  })

  it('accepts no challenge of another browser or use, and none that was replaced or has expired', async () => {
    const { person, device } = await withPasskey()
    const other = await otherBrowser(person)
    const inOther = passkeyCode(device.prove({ challenge: await challengeFor(other) }))
    expect(await prove(person, inOther)).toEqual({ status: 'expired' })

    const { challenge: forMerge } = await askForPasskey(mayChange(person), 'prove-other', LATER)
    expect(await prove(person, passkeyCode(device.prove({ challenge: forMerge })))).toEqual({ status: 'expired' })

    const replaced = passkeyCode(device.prove({ challenge: await challengeFor(person) }))
    await challengeFor(person)
    expect(await prove(person, replaced)).toEqual({ status: 'expired' })

    const old = await signedBy(device, person, LATER)
    expect(await prove(person, old, later(35.1))).toEqual({ status: 'expired' })
  })

  it('accepts no challenge of a registration, nor does a registration accept one of a proof', async () => {
    const { person, device } = await withPasskey()
    await addPasskey(mayChange(person), await signedBy(device, person, LATER), LATER)
    const registering = await registeringChallenge(person, LATER)
    expect(await prove(person, passkeyCode(device.prove({ challenge: registering })))).toEqual({ status: 'expired' })

    const json = new PasskeyDevice().register({ challenge: await challengeFor(person) })
    expect(await tryToRegister(person, json, LATER)).toEqual({ status: 'expired' })
  })

  it('works once, also when it is sent twice at once', async () => {
    const { person, device } = await withPasskey()
    const code = await signedBy(device, person, LATER)

    const both = await Promise.all([prove(person, code), prove(person, code)])

    expect(both.map(({ status }) => status).toSorted()).toEqual(['expired', 'proved'])
    expect(await prove(person, code)).toEqual({ status: 'expired' })
  })

  it('does one act when one answer is sent eight times at once', async () => {
    const { person, device } = await withPasskey()
    const code = await signedBy(device, person, LATER)
    let acts = 0
    const act = async () => {
      acts++
      return { status: 'done' as const }
    }

    const sent = await Promise.all(Array.from({ length: 8 }, () => withCode(mayChange(person).actor, code, LATER, act)))

    expect(acts).toBe(1)
    const others = sent.map(({ status }) => status).filter((status) => status !== 'done')
    expect(others).toHaveLength(7)
    expect(others.every((status) => status === 'expired' || status === 'locked')).toBe(true)
  })

  it('takes one of two signatures of one challenge that come at once', async () => {
    const { person, device } = await withPasskey()
    const challenge = await challengeFor(person)
    const codes = [5, 6].map((counter) => passkeyCode(device.prove({ challenge, counter })))

    const both = await Promise.all(codes.map((code) => prove(person, code)))

    expect(both.map(({ status }) => status).toSorted()).toEqual(['expired', 'proved'])
  })

  it('takes one of two signatures with the same count that come at once from two browsers', async () => {
    const { person, device } = await withPasskey()
    const other = await otherBrowser(person)
    const codes = [
      await signedBy(device, person, LATER, { counter: 5 }),
      await signedBy(device, other, LATER, { counter: 5 }),
    ] as const
    const lines = vi.spyOn(console, 'log').mockImplementation(() => {})

    const both = await Promise.all([prove(person, codes[0]), prove(other, codes[1])])

    expect(both.map(({ status }) => status).toSorted()).toEqual(['proved', 'wrong'])
    lines.mockRestore()
    const proofs = [await proofIn(person, LATER), await proofIn(other, LATER)]
    expect(proofs.filter((proof) => proof === 'fresh')).toHaveLength(1)
    expect(await passkeysOf(person)).toMatchObject([{ counter: 5n }])
  })

  it.each([
    ['goes back', 4],
    ['stands still', 5],
    ['starts again at nought', 0],
  ])('refuses a passkey whose counter %s, and logs it', async (_, counter) => {
    const { person, device } = await withPasskey()
    await prove(person, await signedBy(device, person, LATER, { counter: 5 }))
    const lines = vi.spyOn(console, 'log').mockImplementation(() => {})

    const refused = await prove(person, await signedBy(device, person, LATER, { counter }))

    expect(refused).toEqual({ status: 'wrong' })
    expect(lines.mock.calls.join()).toContain('"event":"passkey-counter-back"')
    lines.mockRestore()
    expect(await prove(person, await signedBy(device, person, LATER, { counter: 6 }))).toEqual({ status: 'proved' })
  })

  it('takes a passkey that never counts', async () => {
    const { person, device } = await withPasskey()

    for (let time = 0; time < 2; time++) {
      expect(await prove(person, await signedBy(device, person, LATER))).toEqual({ status: 'proved' })
    }
  })

  it('is slowed down like codes', async () => {
    const { person, device } = await withPasskey()
    for (let time = 0; time < 3; time++) {
      expect(await prove(person, await signedBy(device, person, LATER, { rpId: 'evil' }))).toEqual({ status: 'wrong' })
    }

    expect((await prove(person, await signedBy(device, person, LATER))).status).toBe('locked')
    expect((await prove(person, { kind: 'app', digits: '000000' })).status).toBe('locked')
  })
})

describe('a passkey as the only second factor', () => {
  it('can be replaced by a recovery code, which works once', async () => {
    const { person, recoveryCodes } = await withPasskey()

    expect(await prove(person, recovery(recoveryCodes[0]))).toEqual({ status: 'proved' })
    expect(await prove(person, recovery(recoveryCodes[0]))).toEqual({ status: 'wrong' })
    expect(await prove(person, { kind: 'app', digits: '000000' })).toEqual({ status: 'wrong' })
  })

  it('counts in the list of support, and is removed by the operator', async () => {
    const { person } = await withPasskey()
    const { guardedAt } = (await findListedAccount(sql(), person.accountId)) ?? {}
    expect(guardedAt).toEqual(START)

    const { email } = await db().account.findUniqueOrThrow({ where: { id: person.accountId } })
    await removeSecondFactorFor(permitFor({ kind: 'operator' }, 'account:second-factor-off', { email }), LATER)

    expect(await passkeysOf(person)).toEqual([])
    expect(await db().recoveryCode.count({ where: { accountId: person.accountId } })).toBe(0)
    expect(await db().session.count({ where: { accountId: person.accountId } })).toBe(0)
  })

  it('renews recovery codes and turns everything off', async () => {
    const { person, device } = await withPasskey()

    const renewed = await renewRecoveryCodes(mayChange(person), await signedBy(device, person, LATER), LATER)
    expect(renewed).toMatchObject({ status: 'renewed' })
    const off = await turnOffSecondFactor(mayChange(person), await signedBy(device, person, LATER), LATER)

    expect(off).toEqual({ status: 'off' })
    expect(await proofIn(person, LATER)).toBe('none')
    expect(await passkeysOf(person)).toEqual([])
  })

  it('is needed to add an application, which keeps the recovery codes', async () => {
    const { person, device, recoveryCodes } = await withPasskey()
    await expect(startSecondFactor(mayChange(person), PASSWORD, visitOf())).rejects.toMatchObject({ code: 'conflict' })
    await replaceSecondFactor(mayChange(person), await signedBy(device, person, LATER), LATER)
    const secret = await offeredSecret(person, LATER)

    const confirmed = await confirmSecondFactor(mayChange(person), app(secret, LATER), LATER)

    expect(confirmed).toEqual({ status: 'confirmed', recoveryCodes: [] })
    expect(await prove(person, app(secret, later(31)), later(31))).toEqual({ status: 'proved' })
    expect(await prove(person, recovery(recoveryCodes[1]))).toEqual({ status: 'proved' })
  })

  it('ends the set-up of an application that began with the password', async () => {
    const person = await insertPerson()
    await startSecondFactor(mayChange(person), PASSWORD, visitOf({ now: START }))
    const secret = await offeredSecret(person, START)
    await passkeyFor(await otherBrowser(person), START)

    expect(await confirmSecondFactor(mayChange(person), app(secret, START), START)).toEqual({ status: 'gone' })
  })
})

describe('renaming and removing', () => {
  it('renames her own passkey alone', async () => {
    const { person, id } = await withPasskey()
    const { person: other } = await withPasskey()

    await nameMyPasskey(mayChange(person), { id, name: 'مفتاح المكتب' })
    await expect(nameMyPasskey(mayChange(other), { id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' })

    expect(await passkeysOf(person)).toMatchObject([{ name: 'مفتاح المكتب' }])
  })

  it('needs a code, after which the passkey proves nothing', async () => {
    const { person, device, id } = await withPasskey()
    await addPasskey(mayChange(person), await signedBy(device, person, LATER), LATER)
    const second = await registerWith(person, new PasskeyDevice(), LATER)
    const wrong = { kind: 'app', digits: '000000' } as const
    expect(await removeMyPasskey(mayChange(person), { id, code: wrong }, LATER)).toEqual({ status: 'wrong' })
    const before = passkeyCode(device.prove({ challenge: await challengeFor(await otherBrowser(person)) }))

    const code = await signedBy(second.device, person, LATER)
    expect(await removeMyPasskey(mayChange(person), { id, code }, LATER)).toEqual({ status: 'removed' })

    expect(await prove(person, before)).toEqual({ status: 'expired' })
    expect(await prove(person, await signedBy(device, person, LATER))).toEqual({ status: 'wrong' })
    expect(await proofIn(person, LATER)).toBe('fresh')
    expect((await actsAbout(person)).at(-1)).toBe('passkey-removed')
  })

  it('does not remove the passkey of another, and does not use up the code', async () => {
    const { person, device } = await withPasskey()
    const { person: other, id } = await withPasskey()
    const code = await signedBy(device, person, LATER)

    await expect(removeMyPasskey(mayChange(person), { id, code }, LATER)).rejects.toMatchObject({ code: 'not-found' })

    expect(await passkeysOf(other)).toHaveLength(1)
    expect(await prove(person, code)).toEqual({ status: 'proved' })
  })

  it('ends the recovery codes and the proofs with the last second factor', async () => {
    const { person, device, id } = await withPasskey()

    const code = await signedBy(device, person, LATER)
    expect(await removeMyPasskey(mayChange(person), { id, code }, LATER)).toEqual({ status: 'removed' })

    expect(await proofIn(person, LATER)).toBe('none')
    expect(await db().recoveryCode.count({ where: { accountId: person.accountId } })).toBe(0)
    expect(await db().session.findUniqueOrThrow({ where: { id: person.sessionId } })).toMatchObject({ provedAt: null })
  })

  it('keeps the last one of somebody whose role needs it', async () => {
    const { person, device, id } = await withPasskey()
    await giveRole(person.accountId, 'platform-administrator', null)
    expect(await readSecondFactor(mayChange(person), LATER)).toMatchObject({ needed: true })
    const code = await signedBy(device, person, LATER)

    await expect(removeMyPasskey(mayChange(person), { id, code }, LATER)).rejects.toMatchObject({ code: 'conflict' })

    expect(await passkeysOf(person)).toHaveLength(1)
    expect(await prove(person, code)).toEqual({ status: 'proved' })
    const off = await turnOffSecondFactor(mayChange(person), await signedBy(device, person, LATER), LATER)
    expect(off).toEqual({ status: 'needed' })
  })

  it('keeps one of two when both are removed at once', async () => {
    const { person, device, id, recoveryCodes } = await withPasskey()
    await giveRole(person.accountId, 'platform-administrator', null)
    await addPasskey(mayChange(person), await signedBy(device, person, LATER), LATER)
    const second = await registerWith(person, new PasskeyDevice(), LATER)

    const both = await Promise.allSettled(
      [id, second.id].map((each, at) =>
        removeMyPasskey(mayChange(person), { id: each, code: recovery(recoveryCodes[at]) }, LATER),
      ),
    )

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    expect(await passkeysOf(person)).toHaveLength(1)
  })
})

it('appears in the copy of her data, without its key, and goes with her account', async () => {
  const { person, device } = await withPasskey()

  const { Passkey } = await exportMyData(mayRead(person))
  expect(Passkey).toMatchObject([{ name: 'Firefox, Linux', credentialId: device.id }])
  expect(Passkey[0]).not.toHaveProperty('publicKey')
  expect(JSON.parse(JSON.stringify(Passkey))).toHaveLength(1)

  await db().account.delete({ where: { id: person.accountId } })
  expect(await passkeysOf(person)).toEqual([])
})
