import { expect, it } from 'vitest'
import { signIn } from '@/server/account/sign-in'
import { signOutEverywhere } from '@/server/account/sign-out-everywhere'
import { signUp } from '@/server/account/sign-up'
import { LIMITS } from '@/server/auth/limits'
import { findSession, insertSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, mayChange, PASSWORD, signUpOf } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

const MINUTE_MS = 60_000
const START = new Date('2026-11-24T10:00:00Z')
const at = (minutes: number) => new Date(START.getTime() + minutes * MINUTE_MS)
const wrong = (email: string, address: string, now: Date) =>
  signIn({ email, password: 'not the right one' }, { address, now })

/** Sends wrong passwords, each as soon as the rate limiter allows it. */
async function lockOut(email: string, address: string): Promise<void> {
  for (let minute = 0; minute < 5; minute++) {
    expect(await wrong(email, address, at(minute))).toEqual({ status: 'wrong' })
  }
}

it('signs in a person who knows the password', async () => {
  const { accountId, email } = await insertPerson()

  expect(await signIn({ email, password: PASSWORD }, visitOf())).toEqual({ status: 'signed-in', accountId })
})

it.each([
  ['a known e-mail', async () => (await insertPerson()).email],
  ['an unknown e-mail', async () => 'nobody@example.ma'],
  ['an unconfirmed account', async () => (await insertPerson({ confirmed: false })).email],
  ['a disabled account', async () => (await insertPerson({ disabled: true })).email],
])('locks %s for a quarter of an hour after five wrong passwords', async (_, makeEmail) => {
  const email = await makeEmail()
  const { address } = visitOf()
  await lockOut(email, address)

  expect(await wrong(email, address, at(5))).toEqual({ status: 'locked', until: at(19) })
  expect(await wrong(email, address, at(20))).toEqual({ status: 'wrong' })
})

it('refuses the right password too while it is locked', async () => {
  const { email } = await insertPerson()
  const { address } = visitOf()
  await lockOut(email, address)

  expect(await signIn({ email, password: PASSWORD }, { address, now: at(5) })).toMatchObject({ status: 'locked' })
  expect(await signIn({ email, password: PASSWORD }, { address, now: at(20) })).toMatchObject({ status: 'signed-in' })
})

it('locks the address that tried, and no other', async () => {
  const { email } = await insertPerson()
  await lockOut(email, visitOf().address)

  expect(await signIn({ email, password: PASSWORD }, { ...visitOf(), now: at(5) })).toMatchObject({
    status: 'signed-in',
  })
})

it('slows down before it locks', async () => {
  const { email } = await insertPerson()
  const { address } = visitOf()
  const tries = []
  for (let time = 0; time < 4; time++) tries.push((await wrong(email, address, START)).status)

  expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'locked'])
})

it('looks at five passwords at most when twenty come at once', async () => {
  const { email } = await insertPerson()
  const { address } = visitOf()

  const burst = await Promise.all(Array.from({ length: 20 }, () => wrong(email, address, new Date())))

  const looked = burst.filter(({ status }) => status === 'wrong').length
  expect(looked).toBeGreaterThanOrEqual(1)
  expect(looked).toBeLessThanOrEqual(5)
})

it('forgets wrong passwords once the right one came', async () => {
  const { email } = await insertPerson()
  const { address } = visitOf()
  await wrong(email, address, START)
  await wrong(email, address, START)
  await signIn({ email, password: PASSWORD }, { address, now: START })

  expect(await wrong(email, address, START)).toEqual({ status: 'wrong' })
})

it('takes only so many tries from one address, whatever the e-mail', async () => {
  const { address } = visitOf()
  const tries = Array.from({ length: LIMITS['sign-in'].hits }, (_, time) =>
    wrong(`u${time}@example.ma`, address, START),
  )
  await Promise.all(tries)

  await expect(wrong('one-more@example.ma', address, START)).rejects.toMatchObject({ code: 'too-many-requests' })
})

it('does not let a disabled account in, and ends its sessions at once', async () => {
  const { accountId, sessionId, email } = await insertPerson()
  expect(await findSession(sql(), sessionId, new Date())).not.toBeNull()

  await db().account.update({ where: { id: accountId }, data: { disabledAt: new Date() } })

  expect(await findSession(sql(), sessionId, new Date())).toBeNull()
  expect(await signIn({ email, password: PASSWORD }, visitOf())).toEqual({ status: 'wrong' })
})

it('does not reveal whether an address has an account: a sign-up gives no access either way', async () => {
  const [known, unknown] = [(await insertPerson()).email, 'never-seen@example.ma']
  const tried = async (email: string) => {
    const visit = visitOf()
    await signUp(signUpOf({ email }), null, visit)
    await visit.settled()
    return signIn({ email, password: 'chosen by somebody else' }, visitOf())
  }

  expect(await tried(unknown)).toEqual({ status: 'wrong' })
  expect(await tried(known)).toEqual({ status: 'wrong' })
})

it('signs out everywhere, and nobody else', async () => {
  const person = await insertPerson()
  const other = await insertPerson()
  const phone = await insertSession(db(), person.accountId, new Date(Date.now() + MINUTE_MS))

  await signOutEverywhere(mayChange(person))

  const live = await Promise.all(
    [person.sessionId, phone, other.sessionId].map((id) => findSession(sql(), id, new Date())),
  )
  expect(live.map((session) => session?.accountId)).toEqual([undefined, undefined, other.accountId])
})
