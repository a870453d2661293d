import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { proofOf } from '@/domain/auth/roles-held'
import { main as turnOff } from '@/scripts/account-second-factor-off'
import { exportMyData } from '@/server/account/my-data'
import { renewRecoveryCodes, turnOffSecondFactor } from '@/server/account/second-factor/change'
import { proveSecondFactor } from '@/server/account/second-factor/prove'
import { readSecondFactor } from '@/server/account/second-factor/read-state'
import { removeSecondFactorFor } from '@/server/account/second-factor/remove-for'
import {
  cancelOffer,
  confirmSecondFactor,
  replaceSecondFactor,
  startSecondFactor,
} from '@/server/account/second-factor/set-up'
import { deleteAccount } from '@/server/account-removal/delete-account'
import { LIMITS } from '@/server/auth/limits'
import { permitFor } from '@/server/auth/permit'
import { findStoredRoles, insertRole } from '@/server/db/auth/roles'
import { insertSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { codeAt, STEP_MS } from '@/tests/support/authenticator'
import { callOnDatabase } from '@/tests/support/call-on-database'
import { insertPerson, mayChange, mayRead, PASSWORD } from '@/tests/support/people'
import { runCommand } from '@/tests/support/run-command'
import { offeredSecret, setUpFor } from '@/tests/support/second-factor'
import { visitOf } from '@/tests/support/visit'

const START = new Date('2026-11-24T10:00:00Z')
const later = (steps: number) => new Date(START.getTime() + steps * STEP_MS)
/** A few time steps after the set-up, whose code is used up. */
const LATER = later(10)
type Someone = { accountId: string; sessionId: string }

const app = (secret: string, time: Date) => ({ kind: 'app', digits: codeAt(secret, time) }) as const
const recovery = (digits: string | undefined) => ({ kind: 'recovery', digits: digits ?? '' }) as const
const wrong = { kind: 'app', digits: '000000' } as const
const prove = (person: Someone, code: Parameters<typeof proveSecondFactor>[1], now = LATER) =>
  proveSecondFactor(mayChange(person), code, now)

async function withFactor() {
  const person = await insertPerson()
  return { person, ...(await setUpFor(person, START)) }
}

async function proofIn({ accountId, sessionId }: Someone, now: Date) {
  return proofOf(await findStoredRoles(sql(), accountId, sessionId), now)
}

async function otherBrowser({ accountId }: Someone): Promise<Someone> {
  return { accountId, sessionId: await insertSession(db(), accountId, new Date(Date.now() + 3_600_000)) }
}

/** A browser that she has signed in with: the session and its row. */
async function knownBrowser({ accountId }: Someone): Promise<Someone> {
  const { id } = await db().knownBrowser.create({ data: { accountId, hash: randomUUID(), network: 'network' } })
  return {
    accountId,
    sessionId: await insertSession(db(), accountId, new Date(Date.now() + 3_600_000), { browserId: id }),
  }
}

/** Her new session after she has signed out of this browser and in again. */
async function sameBrowser({ accountId, sessionId }: Someone): Promise<Someone> {
  const { browserId } = await db().session.delete({ where: { id: sessionId } })
  const from = browserId === null ? {} : { browserId }
  return { accountId, sessionId: await insertSession(db(), accountId, new Date(Date.now() + 3_600_000), from) }
}

async function actsAbout({ accountId }: Someone) {
  const rows = await db().auditEntry.findMany({ where: { subjectId: accountId }, orderBy: { id: 'asc' } })
  return rows.map(({ act, actorId }) => [act, actorId === accountId ? 'herself' : 'operator'])
}

describe('setting up', () => {
  it('counts for nothing until the application gave a code', async () => {
    const person = await insertPerson()
    await startSecondFactor(mayChange(person), PASSWORD, visitOf({ now: START }))
    const secret = await offeredSecret(person, START)

    expect(await proofIn(person, START)).toBe('none')
    expect(await prove(person, app(secret, START), START)).toEqual({ status: 'wrong' })
    expect(await confirmSecondFactor(mayChange(person), wrong, START)).toEqual({ status: 'wrong' })
    expect(await proofIn(person, START)).toBe('none')
  })

  it('asks for the password', async () => {
    const person = await insertPerson()

    expect(await startSecondFactor(mayChange(person), 'not the right one', visitOf())).toEqual({ status: 'wrong' })
    expect(await db().secondFactor.count({ where: { accountId: person.accountId } })).toBe(0)
  })

  it('counts from the first code on, in this browser and no other', async () => {
    const { person, recoveryCodes } = await withFactor()

    expect(recoveryCodes).toHaveLength(10)
    expect(await proofIn(person, START)).toBe('fresh')
    expect(await proofIn(await otherBrowser(person), START)).toBe('waiting')
    expect(await actsAbout(person)).toEqual([['second-factor-set-up', 'herself']])
  })

  it('shows the secret to the browser it was offered to only, for an hour', async () => {
    const person = await insertPerson()
    await startSecondFactor(mayChange(person), PASSWORD, visitOf({ now: START }))
    const other = await otherBrowser(person)

    expect(await offeredSecret(person, later(119))).toMatch(/^[A-Z2-7]{32}$/)
    expect((await readSecondFactor(mayChange(other), START)).status).toBe('off')
    expect((await readSecondFactor(mayChange(person), later(121))).status).toBe('off')
  })

  it('is done once when the code is sent twice at once', async () => {
    const person = await insertPerson()
    await startSecondFactor(mayChange(person), PASSWORD, visitOf({ now: START }))
    const code = app(await offeredSecret(person, START), START)

    const both = await Promise.all([1, 2].map(() => confirmSecondFactor(mayChange(person), code, START)))

    expect(both.map(({ status }) => status).toSorted()).toEqual(['confirmed', 'gone'])
    expect(await db().recoveryCode.count({ where: { accountId: person.accountId } })).toBe(10)
  })

  it('cannot be started again while a factor is in use', async () => {
    const { person } = await withFactor()

    await expect(startSecondFactor(mayChange(person), PASSWORD, visitOf())).rejects.toMatchObject({ code: 'conflict' })
  })

  it('stores the secret encrypted, and useless in the row of another account', async () => {
    const { person, secret, recoveryCodes } = await withFactor()
    const { person: thief } = await withFactor()
    const row = await db().secondFactor.findUniqueOrThrow({ where: { accountId: person.accountId } })
    expect(JSON.stringify(row)).not.toContain(secret)
    const hashes = await db().recoveryCode.findMany({ where: { accountId: person.accountId } })
    expect(JSON.stringify(hashes)).not.toContain(recoveryCodes[0])

    await db().secondFactor.update({ where: { accountId: thief.accountId }, data: { secret: row.secret } })

    expect(await prove(thief, app(secret, LATER))).toEqual({ status: 'wrong' })
  })
})

describe('giving a code', () => {
  it('confirms this browser for a while', async () => {
    const { person, secret } = await withFactor()
    const other = await otherBrowser(person)

    expect(await prove(other, app(secret, LATER))).toEqual({ status: 'proved' })

    expect(await proofIn(other, LATER)).toBe('fresh')
    expect(await proofIn(other, later(31))).toBe('passed')
  })

  it('is needed again after she has signed out and in', async () => {
    const { person, secret } = await withFactor()
    await prove(person, app(secret, LATER))
    await db().session.delete({ where: { id: person.sessionId } })

    expect(await proofIn(await otherBrowser(person), LATER)).toBe('waiting')
  })

  it.each([
    ['two steps behind', -2, 'wrong'],
    ['a step behind', -1, 'proved'],
    ['a step ahead', 1, 'proved'],
    ['two steps ahead', 2, 'wrong'],
  ] as const)('by a telephone %s', async (_, drift, status) => {
    const { person, secret } = await withFactor()

    expect(await prove(person, app(secret, later(10 + drift)))).toEqual({ status })
  })

  it('accepts no code twice, nor one older than the last', async () => {
    const { person, secret } = await withFactor()

    expect(await prove(person, app(secret, START), START)).toEqual({ status: 'wrong' })
    expect(await prove(person, app(secret, LATER))).toEqual({ status: 'proved' })
    expect(await prove(person, app(secret, LATER))).toEqual({ status: 'wrong' })
    expect(await prove(person, app(secret, later(9)))).toEqual({ status: 'wrong' })
    expect(await prove(person, app(secret, later(11)), later(11))).toEqual({ status: 'proved' })
  })

  it('accepts only one of two browsers that give the same code at once', async () => {
    const { person, secret } = await withFactor()
    const browsers = [await otherBrowser(person), await otherBrowser(person)]

    const both = await Promise.all(browsers.map((browser) => prove(browser, app(secret, LATER))))

    expect(both.map(({ status }) => status).toSorted()).toEqual(['proved', 'wrong'])
    const proofs = await Promise.all(browsers.map((browser) => proofIn(browser, LATER)))
    expect(proofs.toSorted()).toEqual(['fresh', 'waiting'])
  })

  it('does not accept the code of another person', async () => {
    const { person } = await withFactor()
    const other = await withFactor()

    expect(await prove(person, app(other.secret, LATER))).toEqual({ status: 'wrong' })
    expect(await prove(person, recovery(other.recoveryCodes[0]), LATER)).toEqual({ status: 'wrong' })
    expect(await prove(other.person, recovery(other.recoveryCodes[0]))).toEqual({ status: 'proved' })
  })

  it('is not slowed down, in a browser that has given a code, by wrong codes in other browsers', async () => {
    const { person, secret } = await withFactor()
    const hers = await knownBrowser(person)
    expect(await prove(hers, app(secret, LATER))).toEqual({ status: 'proved' })
    const at = (minutes: number) => new Date(LATER.getTime() + minutes * 60_000)
    const thief = [await knownBrowser(person), await knownBrowser(person)]
    for (const minute of [1, 2, 3, 4, 5])
      expect(await prove(thief[minute % 2] ?? person, wrong, at(minute))).toEqual({ status: 'wrong' })
    for (const browser of thief) expect(await prove(browser, wrong, at(6))).toMatchObject({ status: 'locked' })

    const again = await sameBrowser(hers)
    expect(await prove(again, app(secret, at(6)), at(6))).toEqual({ status: 'proved' })
    for (const minute of [7, 8, 9, 10, 11]) await prove(again, wrong, at(minute))
    expect(await prove(again, wrong, at(12))).toMatchObject({ status: 'locked' })
  })

  it('gives a browser no separate limit once the application was replaced in another one', async () => {
    const { person, secret } = await withFactor()
    const old = await knownBrowser(person)
    await prove(old, app(secret, LATER))
    const hers = await knownBrowser(person)
    await replaceSecondFactor(mayChange(hers), app(secret, later(12)), later(12))
    const next = await offeredSecret(hers, later(12))
    await confirmSecondFactor(mayChange(hers), app(next, later(12)), later(12))

    const rows = await db().knownBrowser.findMany({
      where: { accountId: person.accountId },
      orderBy: { createdAt: 'asc' },
    })
    expect(rows.map(({ provedAt }) => provedAt !== null)).toEqual([false, true])
  })

  it('slows down, then locks the account for every browser and address', async () => {
    const { person, secret } = await withFactor()
    const at = (minutes: number) => new Date(LATER.getTime() + minutes * 60_000)
    const hasty = []
    for (let time = 0; time < 4; time++) hasty.push((await prove(person, wrong)).status)
    expect(hasty).toEqual(['wrong', 'wrong', 'wrong', 'locked'])
    for (const minute of [1, 2]) expect(await prove(person, wrong, at(minute))).toEqual({ status: 'wrong' })

    const other = await otherBrowser(person)
    expect(await prove(other, app(secret, at(3)), at(3))).toEqual({ status: 'locked', until: at(17) })
    expect(await prove(other, app(secret, at(18)), at(18))).toEqual({ status: 'proved' })
  })

  it('looks at five codes at most when twenty come at once', async () => {
    const { person } = await withFactor()

    const burst = await Promise.all(Array.from({ length: 20 }, () => prove(person, wrong)))

    const looked = burst.filter(({ status }) => status === 'wrong').length
    expect(looked).toBeGreaterThanOrEqual(1)
    expect(looked).toBeLessThanOrEqual(5)
  })

  it('is tried only so often in a day', async () => {
    const { person } = await withFactor()
    for (let time = 0; time < LIMITS['second-factor'].hits; time++) await prove(person, wrong)

    await expect(prove(person, wrong)).rejects.toMatchObject({ code: 'too-many-requests' })
  })
})

describe('a recovery code', () => {
  it('replaces the app once, and is in the audit log', async () => {
    const { person, recoveryCodes } = await withFactor()

    expect(await prove(person, recovery(recoveryCodes[3]))).toEqual({ status: 'proved' })
    expect(await prove(person, recovery(recoveryCodes[3]))).toEqual({ status: 'wrong' })

    expect(await readSecondFactor(mayChange(person), LATER)).toMatchObject({ status: 'on', codesLeft: 9 })
    expect(await actsAbout(person)).toEqual([
      ['second-factor-set-up', 'herself'],
      ['recovery-code-used', 'herself'],
    ])
  })

  it('works for only one of two uses at once', async () => {
    const { person, recoveryCodes } = await withFactor()

    const both = await Promise.all([1, 2].map(() => prove(person, recovery(recoveryCodes[0]))))

    expect(both.map(({ status }) => status).toSorted()).toEqual(['proved', 'wrong'])
  })

  it('does not work once there are new ones', async () => {
    const { person, secret, recoveryCodes } = await withFactor()

    const renewed = await renewRecoveryCodes(mayChange(person), app(secret, LATER), LATER)

    expect(renewed).toMatchObject({ status: 'renewed', recoveryCodes: { length: 10 } })
    expect(await prove(person, recovery(recoveryCodes[0]))).toEqual({ status: 'wrong' })
    expect(await actsAbout(person)).toContainEqual(['recovery-codes-renewed', 'herself'])
  })
})

describe('another telephone', () => {
  it('takes the place of the lost one, with a recovery code, and other browsers are asked again', async () => {
    const { person, secret, recoveryCodes } = await withFactor()
    const other = await otherBrowser(person)
    await prove(other, app(secret, LATER))
    expect(await replaceSecondFactor(mayChange(person), recovery(recoveryCodes[0]), LATER)).toEqual({
      status: 'offered',
    })
    const found = await offeredSecret(person, LATER)

    const code = app(found, LATER)
    expect(await confirmSecondFactor(mayChange(person), code, LATER)).toMatchObject({ status: 'confirmed' })

    expect(await prove(person, app(secret, later(12)), later(12))).toEqual({ status: 'wrong' })
    expect(await prove(person, app(found, later(12)), later(12))).toEqual({ status: 'proved' })
    expect(await prove(person, recovery(recoveryCodes[1]), later(12))).toEqual({ status: 'wrong' })
    expect(await proofIn(other, LATER)).toBe('waiting')
    expect(await actsAbout(person)).toContainEqual(['second-factor-replaced', 'herself'])
  })

  it('is not offered without a code, and leaves the old one in force until it has given its own', async () => {
    const { person, secret } = await withFactor()
    expect(await replaceSecondFactor(mayChange(person), wrong, LATER)).toEqual({ status: 'wrong' })
    expect((await readSecondFactor(mayChange(person), LATER)).status).toBe('on')

    await replaceSecondFactor(mayChange(person), app(secret, LATER), LATER)
    expect(await prove(person, app(secret, later(11)), later(11))).toEqual({ status: 'proved' })
    await cancelOffer(mayChange(person))
    expect((await readSecondFactor(mayChange(person), LATER)).status).toBe('on')
  })
})

describe('turning it off', () => {
  it('needs a code, and a later set-up starts from nothing', async () => {
    const { person, secret } = await withFactor()
    const other = await otherBrowser(person)
    await prove(other, app(secret, LATER))
    expect(await turnOffSecondFactor(mayChange(person), wrong, LATER)).toEqual({ status: 'wrong' })

    expect(await turnOffSecondFactor(mayChange(person), app(secret, later(11)), later(11))).toEqual({ status: 'off' })

    expect(await proofIn(person, LATER)).toBe('none')
    await setUpFor(person, LATER)
    expect(await proofIn(other, LATER)).toBe('waiting')
    expect(await actsAbout(person)).toContainEqual(['second-factor-removed', 'herself'])
  })

  it.each(['platform-administrator', 'support'] as const)('is refused to %s, and spends no code', async (role) => {
    const { person, secret } = await withFactor()
    await insertRole(db(), { accountId: person.accountId, institutionId: null, role }, null, START)

    const code = app(secret, LATER)
    expect(await turnOffSecondFactor(mayChange(person), code, LATER)).toEqual({ status: 'needed' })
    expect(await readSecondFactor(mayChange(person), LATER)).toMatchObject({ status: 'on', needed: true })
    expect(await prove(person, code)).toEqual({ status: 'proved' })
  })

  it('is refused to the administrator of an institution, not to a tutor', async () => {
    const institution = await db().institution.create({ data: { kind: 'school', nameArabic: 'م', nameLatin: 'I' } })
    const off = async (role: 'administrator' | 'tutor') => {
      const { person, secret } = await withFactor()
      await insertRole(db(), { accountId: person.accountId, institutionId: institution.id, role }, null, START)
      return turnOffSecondFactor(mayChange(person), app(secret, LATER), LATER)
    }

    expect(await off('administrator')).toEqual({ status: 'needed' })
    expect(await off('tutor')).toEqual({ status: 'off' })
  })
})

describe('the operator', () => {
  const removeFor = (email: string) =>
    removeSecondFactorFor(permitFor({ kind: 'operator' }, 'account:second-factor-off', { email }), LATER)

  it('removes it for a person who lost everything, signs her out everywhere, and is in the audit log', async () => {
    const { person } = await withFactor()

    expect(await removeFor(` ${person.email.toUpperCase()} `)).toContain('no second factor any more')

    expect(await proofIn(person, LATER)).toBe('none')
    expect(await db().session.count({ where: { accountId: person.accountId } })).toBe(0)
    expect(await db().recoveryCode.count({ where: { accountId: person.accountId } })).toBe(0)
    expect(await actsAbout(person)).toContainEqual(['second-factor-removed', 'operator'])
  })

  it('does so at the command line', async () => {
    const { person } = await withFactor()

    expect(runCommand('account-second-factor-off', person.email)).toMatchObject({ code: 0 })
    expect(await proofIn(person, LATER)).toBe('none')
    const { code, err } = await callOnDatabase(turnOff)
    expect([code, err.trim()]).toEqual([1, 'Say whose: npm run account:second-factor-off -- EMAIL'])
  })

  it('changes nothing if there is none, and refuses an unknown address', async () => {
    const person = await insertPerson()

    expect(await removeFor(person.email)).toContain('has no second factor')
    expect(await db().session.count({ where: { accountId: person.accountId } })).toBe(1)
    await expect(removeFor('nobody@example.ma')).rejects.toMatchObject({ code: 'not-found' })
    await expect(removeFor(' ')).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

it('is deleted with the account, and the audit log no longer names her', async () => {
  const { person } = await withFactor()
  const { accountId } = person
  const acts = { act: 'second-factor-set-up', actorId: null, subjectId: null }
  const before = await db().auditEntry.count({ where: acts })

  expect(await deleteAccount(mayChange(person), PASSWORD, visitOf())).toEqual({ status: 'deleted' })

  expect(await db().secondFactor.count({ where: { accountId } })).toBe(0)
  expect(await db().recoveryCode.count({ where: { accountId } })).toBe(0)
  expect(await db().auditEntry.count({ where: acts })).toBe(before + 1)
})

it('is in the copy of her data, without its secrets', async () => {
  const { person, secret } = await withFactor()

  const { SecondFactor, RecoveryCode } = await exportMyData(mayRead(person))

  expect(SecondFactor).toHaveLength(1)
  expect(RecoveryCode).toHaveLength(10)
  const { secret: sealed } = await db().secondFactor.findUniqueOrThrow({ where: { accountId: person.accountId } })
  for (const kept of [secret, sealed ?? '', '"hash"']) {
    expect(JSON.stringify([SecondFactor, RecoveryCode])).not.toContain(kept)
  }
})
