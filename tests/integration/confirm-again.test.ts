import { expect, it } from 'vitest'
import { confirmedBy, confirmSignUp, enterConfirmed, signUpToConfirm } from '@/server/account/confirm-sign-up'
import { sendConfirmationAgain } from '@/server/account/send-confirmation'
import { signIn } from '@/server/account/sign-in'
import { signUp } from '@/server/account/sign-up'
import { findSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { mailTo, tokenIn } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, PASSWORD, signUpOf } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

const NEW_PASSWORD = 'quatre dossiers ce soir'
const chosen = { ...signUpOf(), password: NEW_PASSWORD }

async function askForLink(email: string): Promise<string> {
  const visit = visitOf()
  await sendConfirmationAgain(email, '/ar/learning', visit)
  await visit.settled()
  return tokenIn(mailTo(email).at(-1))
}

it('sends another link to a pending sign-up, and both work', async () => {
  const person = signUpOf({ locale: 'fr' })
  const visit = visitOf()
  await signUp(person, null, visit)
  await visit.settled()

  const again = await askForLink(person.email)

  const first = tokenIn(mailTo(person.email)[0])
  expect(first).not.toBe(again)
  for (const token of [first, again]) {
    expect(await signUpToConfirm(token, new Date())).toMatchObject({ email: person.email, locale: 'fr' })
  }
})

it('gives an old account that was never confirmed the password that is set by its link, and no other', async () => {
  const { email, accountId, sessionId } = await insertPerson({ confirmed: false, nameLatin: 'Chosen Before' })
  const token = await askForLink(email)
  expect(await signUpToConfirm(token, new Date())).toMatchObject({ email, nameLatin: 'Chosen Before' })

  expect(await confirmSignUp(token, chosen, new Date())).toBe(accountId)

  expect(await findSession(sql(), sessionId, new Date())).toBeNull()
  expect(await signIn({ email, password: PASSWORD }, visitOf())).toEqual({ status: 'wrong' })
  expect(await signIn({ email, password: NEW_PASSWORD }, visitOf())).toMatchObject({ status: 'signed-in' })
  expect(await db().account.findUniqueOrThrow({ where: { email } })).toMatchObject({ nameLatin: chosen.nameLatin })
})

it('opens one account for a form that is sent many times at once, and only its password leads into it', async () => {
  const { email } = await insertPerson({ confirmed: false })
  const token = await askForLink(email)
  expect(await confirmedBy(token)).toBeNull()

  const sent = await Promise.all(Array.from({ length: 5 }, () => confirmSignUp(token, chosen, new Date())))

  const opened = sent.filter((accountId) => accountId !== null)
  expect(opened).toHaveLength(1)
  expect(await confirmedBy(token)).toMatchObject({ email })
  expect(await enterConfirmed(token, NEW_PASSWORD, visitOf())).toBe(opened[0])
  expect(await enterConfirmed(token, PASSWORD, visitOf())).toBeNull()
  expect(await enterConfirmed(token, '', visitOf())).toBeNull()
})

it('tells nothing about an account to a person without its link', async () => {
  await insertPerson()
  expect(await confirmedBy('x'.repeat(43))).toBeNull()
  expect(await enterConfirmed('x'.repeat(43), PASSWORD, visitOf())).toBeNull()
})
