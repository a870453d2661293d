import { expect, it } from 'vitest'
import { confirmEmail, isConfirmed } from '@/server/account/confirm-email'
import { sendConfirmationAgain } from '@/server/account/send-confirmation'
import { mailTo, tokenIn } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

async function askForLink(email: string): Promise<string> {
  const visit = visitOf()
  await sendConfirmationAgain(email, null, visit)
  await visit.settled()
  return tokenIn(mailTo(email).at(-1))
}

it('says of a link that its account is confirmed, once it is', async () => {
  const { email } = await insertPerson({ confirmed: false })
  const token = await askForLink(email)
  expect(await isConfirmed(token)).toBe(false)

  const twice = await Promise.allSettled([confirmEmail(token, new Date()), confirmEmail(token, new Date())])

  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await isConfirmed(token)).toBe(true)
})

it('says nothing of an account to who has no link of it', async () => {
  await insertPerson()
  expect(await isConfirmed('x'.repeat(43))).toBe(false)
})
