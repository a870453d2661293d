import { expect, it } from 'vitest'
import { changePassword } from '@/server/account/change-password'
import { signUpToConfirm } from '@/server/account/confirm-sign-up'
import { hashOf } from '@/server/account/email-link'
import { requestReset } from '@/server/account/request-reset'
import { isResetLink, isUsedResetLink, resetPassword } from '@/server/account/reset-password'
import { signIn } from '@/server/account/sign-in'
import { signUp } from '@/server/account/sign-up'
import { LIMITS } from '@/server/auth/limits'
import { findSession, insertSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { mailTo, tokenIn } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, mayChange, PASSWORD, signUpOf } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

const NEW_PASSWORD = 'quatre dossiers ce soir'
const isLive = async (sessionId: string) => (await findSession(sql(), sessionId, new Date())) !== null

async function askForReset(email: string): Promise<string> {
  const visit = visitOf()
  await requestReset(email, null, visit)
  await visit.settled()
  return tokenIn(mailTo(email).at(-1))
}

it('looks up nothing before it has answered', async () => {
  const { email } = await insertPerson()
  const visit = visitOf()

  await requestReset(email, null, visit)

  expect(await db().emailToken.count({ where: { account: { email } } })).toBe(0)
  await visit.settled()
  expect(await db().emailToken.count({ where: { account: { email } } })).toBe(1)
})

it('writes only to people whose account may sign in', async () => {
  const disabled = await insertPerson({ disabled: true })
  for (const email of ['nobody@example.ma', disabled.email]) {
    const visit = visitOf()
    await requestReset(email, null, visit)
    await visit.settled()

    expect(mailTo(email)).toEqual([])
  }
})

it('takes only so many requests for a link from one address', async () => {
  const visit = visitOf({ address: '192.0.2.9' })
  const ask = (time: number) => requestReset(`u${time}@example.ma`, null, visit)
  for (let time = 0; time < LIMITS.reset.hits; time++) await ask(time)

  await expect(ask(LIMITS.reset.hits)).rejects.toMatchObject({ code: 'too-many-requests' })
  await expect(requestReset('other@example.ma', null, visitOf())).resolves.toBeUndefined()
})

it('sets a new password with a link, once', async () => {
  const { email } = await insertPerson()
  const token = await askForReset(email)

  expect(await isResetLink(token, new Date())).toBe(true)
  expect(await isUsedResetLink(token)).toBe(false)
  expect(await resetPassword(token, NEW_PASSWORD, visitOf())).toBeNull()

  expect(await isResetLink(token, new Date())).toBe(false)
  expect(await isUsedResetLink(token)).toBe(true)
  await expect(resetPassword(token, 'cinq dossiers demain', visitOf())).rejects.toMatchObject({ code: 'link-expired' })
  expect(await signIn({ email, password: NEW_PASSWORD }, visitOf())).toMatchObject({ status: 'signed-in' })
  expect(await signIn({ email, password: PASSWORD }, visitOf())).toEqual({ status: 'wrong' })
})

it('lets only one of many simultaneous requests use a link', async () => {
  const { email } = await insertPerson()
  const token = await askForReset(email)

  const tries = Array.from({ length: 8 }, () => resetPassword(token, NEW_PASSWORD, visitOf()))
  const outcomes = await Promise.allSettled(tries)

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

it('ends every session and tells her', async () => {
  const { sessionId, email } = await insertPerson()
  const token = await askForReset(email)
  const visit = visitOf()

  await resetPassword(token, NEW_PASSWORD, visit)
  await visit.settled()

  expect(await isLive(sessionId)).toBe(false)
  expect(mailTo(email)).toHaveLength(2)
})

it('sends a person with an unconfirmed address the link that confirms it, because its page shows the account’s names', async () => {
  const waiting = await insertPerson({ confirmed: false })
  const visit = visitOf()
  const { email } = signUpOf()
  await signUp(signUpOf({ email }), null, visit)
  await visit.settled()

  for (const one of [waiting.email, email]) {
    const token = await askForReset(one)
    expect(await isResetLink(token, new Date())).toBe(false)
    expect(await signUpToConfirm(token, new Date())).toMatchObject({ email: one })
  }
})

it('refuses an old link for an account whose address is not confirmed', async () => {
  const { accountId } = await insertPerson({ confirmed: false })
  const token = 'z'.repeat(43)
  const expiresAt = new Date(Date.now() + 60_000)
  await db().emailToken.create({ data: { accountId, hash: hashOf(token), expiresAt } })

  expect(await isResetLink(token, new Date())).toBe(false)
  await expect(resetPassword(token, NEW_PASSWORD, visitOf())).rejects.toMatchObject({ code: 'link-expired' })
})

it('makes earlier links worthless', async () => {
  const { email } = await insertPerson()
  const earlier = await askForReset(email)
  await resetPassword(await askForReset(email), NEW_PASSWORD, visitOf())

  expect(await isResetLink(earlier, new Date())).toBe(false)
})

it('keeps the link if the new password is refused', async () => {
  const { email } = await insertPerson({ nameLatin: 'Fatima Alaoui' })
  const token = await askForReset(email)

  expect(await resetPassword(token, 'alaoui au tribunal', visitOf())).toBe('password-personal')
  expect(await isResetLink(token, new Date())).toBe(true)
})

it('ends the lockout that she caused herself', async () => {
  const { email } = await insertPerson()
  const visit = visitOf()
  for (let time = 0; time < 4; time++) await signIn({ email, password: 'not the right one' }, visit)
  expect(await signIn({ email, password: PASSWORD }, visit)).toMatchObject({ status: 'locked' })

  await resetPassword(await askForReset(email), NEW_PASSWORD, visit)

  expect(await signIn({ email, password: NEW_PASSWORD }, visit)).toMatchObject({ status: 'signed-in' })
})

it('changes the password, and stays signed in here alone', async () => {
  const person = await insertPerson()
  const phone = await insertSession(db(), person.accountId, new Date(Date.now() + 60_000))
  const change = { current: PASSWORD, newPassword: NEW_PASSWORD }

  expect(await changePassword(mayChange(person), change, visitOf())).toEqual({ status: 'changed' })

  expect(await isLive(person.sessionId)).toBe(true)
  expect(await isLive(phone)).toBe(false)
  expect(await signIn({ email: person.email, password: NEW_PASSWORD }, visitOf())).toMatchObject({
    status: 'signed-in',
  })
})

it('does not let a stolen session guess the password', async () => {
  const person = await insertPerson()
  const visit = visitOf()
  const guess = () => changePassword(mayChange(person), { current: 'a guess', newPassword: NEW_PASSWORD }, visit)
  const guesses = []
  for (let time = 0; time < 4; time++) guesses.push((await guess()).status)

  expect(guesses).toEqual(['wrong', 'wrong', 'wrong', 'locked'])
})

it('refuses a new password that holds her name', async () => {
  const person = await insertPerson({ nameLatin: 'Fatima Alaoui' })
  const change = { current: PASSWORD, newPassword: 'alaoui au tribunal' }

  expect(await changePassword(mayChange(person), change, visitOf())).toEqual({ status: 'personal' })
})
