import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { confirmSignUp, signUpToConfirm } from '@/server/account/confirm-sign-up'
import { resetPassword } from '@/server/account/reset-password'
import { sendConfirmationAgain } from '@/server/account/send-confirmation'
import { signIn } from '@/server/account/sign-in'
import { signUp } from '@/server/account/sign-up'
import { LIMITS } from '@/server/auth/limits'
import { findSession } from '@/server/db/auth/sessions'
import { database, db, sql } from '@/server/db/client'
import { hearStatements } from '@/tests/support/heard-statements'
import { linkIn, mailTo, tokenIn } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, PASSWORD, signUpOf } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

const HOUR_MS = 3_600_000
// Rate limits count by the hour: if a new hour began during the test, they would start again.
const NOW = new Date('2026-11-24T10:00:00Z')
const CHOSEN = { password: 'quatre dossiers ce soir' }
const accountOf = (email: string) => db().account.findUniqueOrThrow({ where: { email } })

/** What a sign-up stores: the address and the language. */
const nothingBut = ({ email, locale }: ReturnType<typeof signUpOf>) => ({
  ...{ email, locale },
  ...{ nameArabic: '', nameLatin: '', function: '', institution: '' },
})

async function signUpNow(person = signUpOf(), visit = visitOf(), next: string | null = null) {
  await signUp(person, next, visit)
  await visit.settled()
  return { person, mails: mailTo(person.email) }
}

it('makes no account before its link is confirmed, then one with what she says of herself, once', async () => {
  const { person, mails } = await signUpNow()
  const token = tokenIn(mails[0])

  expect(linkIn(mails[0]).pathname).toBe('/ar/confirm')
  expect(await signUpToConfirm(token, new Date())).toEqual(nothingBut(person))
  expect(await db().account.findUnique({ where: { email: person.email } })).toBeNull()

  const accountId = await confirmSignUp(token, { ...person, nameLatin: 'Fatima Idrissi', ...CHOSEN }, new Date())
  const account = await accountOf(person.email)
  expect(account).toMatchObject({ id: accountId, nameLatin: 'Fatima Idrissi', function: person.function })
  expect(account.emailConfirmedAt).not.toBeNull()
  expect(await signIn({ email: person.email, ...CHOSEN }, visitOf())).toMatchObject({ status: 'signed-in' })
  expect(await signUpToConfirm(token, new Date())).toBeNull()
  expect(await confirmSignUp(token, { ...person, password: PASSWORD }, new Date())).toBeNull()
  expect(await signIn({ email: person.email, ...CHOSEN }, visitOf())).toMatchObject({ status: 'signed-in' })
})

it('writes in the language of the page, and names nobody: the reader of the mailbox may not be the one who asked', async () => {
  const arabic = await signUpNow(signUpOf({ locale: 'ar' }))
  const french = await signUpNow(signUpOf({ locale: 'fr' }))

  expect(arabic.mails[0]).toContain(translator('ar')('mail.greetingPlain'))
  expect(french.mails[0]).toContain(translator('fr')('mail.greetingPlain'))
  for (const { mails } of [arabic, french]) expect(mails[0]).not.toMatch(/فاطمة|Fatima/)
})

it('brings her back to the page she came from', async () => {
  const { mails } = await signUpNow(signUpOf(), visitOf(), '/ar/courses/fundamentals')

  expect(linkIn(mails[0]).searchParams.get('next')).toBe('/ar/courses/fundamentals')
})

it('stores the hash of a link, not the link', async () => {
  const { mails } = await signUpNow()

  const stored = JSON.stringify(await db().signUp.findMany())
  expect(stored).not.toContain(tokenIn(mails[0]))
})

it('lets a link lapse after a day, and drops it then', async () => {
  const { person, mails } = await signUpNow()
  const token = tokenIn(mails[0])
  const tomorrow = new Date(Date.now() + 24 * HOUR_MS + 1)

  expect(await signUpToConfirm(token, tomorrow)).toBeNull()
  expect(await confirmSignUp(token, { ...person, ...CHOSEN }, tomorrow)).toBeNull()
  await signUpNow(signUpOf(), visitOf({ now: tomorrow }))
  expect(await db().signUp.count({ where: { expiresAt: { lt: tomorrow } } })).toBe(0)
})

it('accepts a link only for its purpose', async () => {
  const { person, mails } = await signUpNow()
  const { email } = await insertPerson()
  const known = await signUpNow(signUpOf({ email }))

  await expect(resetPassword(tokenIn(mails[0]), PASSWORD, visitOf())).rejects.toMatchObject({ code: 'link-expired' })
  expect(await confirmSignUp(tokenIn(known.mails[0]), { ...person, ...CHOSEN }, new Date())).toBeNull()
})

it('does the same number of writes and sends one mail, whether the e-mail is known or not', async () => {
  const known = await insertPerson()
  const disabled = await insertPerson({ disabled: true })
  const unconfirmed = await insertPerson({ confirmed: false })
  const unknown = signUpOf()
  const emails = [known.email, disabled.email, unconfirmed.email, unknown.email]

  const writes = []
  for (const email of emails) writes.push(await countWrites(() => signUpNow(signUpOf({ email }))))

  expect(writes[0]).toBeGreaterThan(2)
  expect(new Set(writes).size).toBe(1)
  expect(emails.map((email) => mailTo(email).length)).toEqual([1, 1, 1, 1])
  expect(emails.map((email) => linkIn(mailTo(email)[0]).pathname)).toEqual([
    '/ar/reset-password',
    '/ar/reset-password',
    '/ar/confirm',
    '/ar/confirm',
  ])
})

it('leaves a confirmed account as it is', async () => {
  const { email, sessionId } = await insertPerson({ nameLatin: 'Fatima Alaoui' })

  await signUpNow(signUpOf({ email, nameLatin: 'Somebody Else' }))

  expect((await accountOf(email)).nameLatin).toBe('Fatima Alaoui')
  expect(await signIn({ email, password: PASSWORD }, visitOf())).toMatchObject({ status: 'signed-in' })
  expect(await findSession(sql(), sessionId, new Date())).not.toBeNull()
})

const ATTACKER = {
  nameArabic: 'شخص آخر',
  nameLatin: 'Somebody Else',
  institution: 'Elsewhere',
  function: 'lawyer',
} as const

// In an earlier version, the confirmation set the password of the last sign-up, which could be an attacker's.
it.each([
  ['her own letter', 0],
  ['the letter that somebody else’s later sign-up has sent her', 1],
])('gives nothing to a stranger who signs up with her address, if she answers %s', async (_, pressed) => {
  const email = signUpOf().email
  await signUpNow(signUpOf({ email }))
  const { mails } = await signUpNow(signUpOf({ email, ...ATTACKER }))
  const [hers, his] = mails.map(tokenIn)
  const token = [hers, his][pressed] ?? ''

  // No link shows what a stranger typed.
  for (const link of [hers ?? '', his ?? '']) {
    expect(await signUpToConfirm(link, new Date())).toEqual(nothingBut(signUpOf({ email })))
  }
  const { email: _email, ...corrected } = signUpOf({ nameLatin: 'Amina Tazi' })
  const accountId = await confirmSignUp(token, { ...corrected, ...CHOSEN }, new Date())

  expect(await accountOf(email)).toMatchObject({ id: accountId, ...corrected })
  expect(await signIn({ email, ...CHOSEN }, visitOf())).toMatchObject({ status: 'signed-in', accountId })
  // A sign-up asks for no password, so his was never stored. The other link is no longer valid.
  for (const other of [hers ?? '', his ?? '']) {
    expect(await signUpToConfirm(other, new Date())).toBeNull()
    expect(await confirmSignUp(other, { ...signUpOf(ATTACKER), password: PASSWORD }, new Date())).toBeNull()
  }
  expect(await signIn({ email, password: PASSWORD }, visitOf())).toEqual({ status: 'wrong' })
  expect(await accountOf(email)).toMatchObject(corrected)
})

it('keeps her link valid while others sign up with her address', async () => {
  const { person, mails } = await signUpNow()
  await signUpNow(signUpOf({ email: person.email }))
  await signUpNow(signUpOf({ email: person.email }))

  expect(await signUpToConfirm(tokenIn(mails[0]), new Date())).toEqual(nothingBut(person))
})

it('opens one account when the links of one address are used at once', async () => {
  const { email } = signUpOf()
  for (let time = 0; time < 4; time++) await signUpNow(signUpOf({ email }))
  const tokens = mailTo(email).map(tokenIn)

  const opened = await Promise.all(
    tokens.map((token) => confirmSignUp(token, { ...signUpOf(), ...CHOSEN }, new Date())),
  )

  expect(opened.filter((accountId) => accountId !== null)).toHaveLength(1)
  expect(await db().account.count({ where: { email } })).toBe(1)
})

it('opens nothing for an address whose account is disabled', async () => {
  const { email } = await insertPerson({ confirmed: false })
  const { mails } = await signUpNow(signUpOf({ email }))
  await db().account.update({ where: { email }, data: { disabledAt: new Date() } })

  expect(await signUpToConfirm(tokenIn(mails[0]), new Date())).toBeNull()
  expect(await confirmSignUp(tokenIn(mails[0]), { ...signUpOf(), ...CHOSEN }, new Date())).toBeNull()
})

it('sends a new link to a pending sign-up, and writes to nobody else', async () => {
  const waiting = await insertPerson({ confirmed: false })
  const confirmed = await insertPerson()

  for (const email of [waiting.email, confirmed.email, 'nobody@example.ma']) {
    const visit = visitOf()
    expect(await sendConfirmationAgain(email, null, visit)).toBeUndefined()
    await visit.settled()
  }

  expect(await signUpToConfirm(tokenIn(mailTo(waiting.email)[0]), new Date())).toMatchObject({ email: waiting.email })
  expect(mailTo(confirmed.email)).toEqual([])
  expect(mailTo('nobody@example.ma')).toEqual([])
})

it('looks up nothing before it has answered a repeated request for a link', async () => {
  const { email } = await insertPerson({ confirmed: false })
  const visit = visitOf()

  await sendConfirmationAgain(email, null, visit)

  expect(await db().signUp.count({ where: { email } })).toBe(0)
  await visit.settled()
  expect(await db().signUp.count({ where: { email } })).toBe(1)
})

it('takes only so many repeated requests for a link from one address', async () => {
  const visit = visitOf({ address: '192.0.2.8' })
  const ask = (time: number) => sendConfirmationAgain(`u${time}@example.ma`, null, visit)
  for (let time = 0; time < LIMITS['confirm-again'].hits; time++) await ask(time)

  await expect(ask(LIMITS['confirm-again'].hits)).rejects.toMatchObject({ code: 'too-many-requests' })
  await expect(sendConfirmationAgain('other@example.ma', null, visitOf())).resolves.toBeUndefined()
})

it('writes to one e-mail address only so often, even for different askers', async () => {
  const person = signUpOf()
  for (let time = 0; time < LIMITS.mail.hits; time++) await signUp(person, null, visitOf({ now: NOW }))

  await expect(signUp(person, null, visitOf({ now: NOW }))).rejects.toMatchObject({ code: 'too-many-requests' })
  const inAnHour = visitOf({ now: new Date(NOW.getTime() + HOUR_MS) })
  await expect(signUp(person, null, inAnHour)).resolves.toBeUndefined()
})

it('takes only so many sign-ups from one address', async () => {
  const address = '192.0.2.7'
  const busy = Array.from({ length: LIMITS['sign-up'].hits }, () => sendOrSignUp(address))
  await Promise.all(busy)

  await expect(sendOrSignUp(address)).rejects.toMatchObject({ code: 'too-many-requests' })
})

function sendOrSignUp(address: string): Promise<void> {
  return signUp(signUpOf(), null, visitOf({ address, now: NOW }))
}

/** The number of statements sent by the work that change rows. */
async function countWrites(work: () => Promise<unknown>): Promise<number> {
  let writes = 0
  const counting = hearStatements(({ text }) => {
    if (/^\s*(insert|update|delete)/i.test(text)) writes += 1
  })
  const usual = database()
  database.set(counting)
  await work()
  database.set(usual)
  await counting.close()
  return writes
}
