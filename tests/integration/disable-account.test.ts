import { describe, expect, it } from 'vitest'
import { disableAccount, enableAccount } from '@/server/account/disable-account'
import { requestReset } from '@/server/account/request-reset'
import { isResetLink } from '@/server/account/reset-password'
import { signIn } from '@/server/account/sign-in'
import { permitFor } from '@/server/auth/permit'
import { findSession } from '@/server/db/auth/sessions'
import { db, sql } from '@/server/db/client'
import { mailTo, tokenIn } from '@/tests/support/outbox'
import { ownOutbox } from '@/tests/support/own-outbox'
import { insertPerson, PASSWORD } from '@/tests/support/people'
import { visitOf } from '@/tests/support/visit'

ownOutbox()

const NOW = new Date()
const operator = { kind: 'operator' } as const
const disable = (email: string) => disableAccount(permitFor(operator, 'account:disable', { email }), NOW)
const enable = (email: string) => enableAccount(permitFor(operator, 'account:enable', { email }), NOW)
const signInNow = async (email: string) => (await signIn({ email, password: PASSWORD }, visitOf())).status

describe('an account that the operator disables', () => {
  it('allows no sign-in, and ends every session and every open link', async () => {
    const { email, sessionId } = await insertPerson()
    const other = await insertPerson()
    const visit = visitOf()
    await requestReset(email, null, visit)
    await visit.settled()

    expect(await disable(` ${email.toUpperCase()} `)).toContain('signed out everywhere')

    expect(await findSession(sql(), sessionId, NOW)).toBeNull()
    expect(await db().session.count({ where: { id: sessionId } })).toBe(0)
    expect(await isResetLink(tokenIn(mailTo(email).at(-1)), NOW)).toBe(false)
    expect(await signInNow(email)).toBe('wrong')
    expect(await findSession(sql(), other.sessionId, NOW)).not.toBeNull()
  })

  it('accepts its password again once it is enabled, but none of its old sessions', async () => {
    const { email, sessionId } = await insertPerson()
    await disable(email)

    expect(await enable(email)).toContain('may sign in again')

    expect(await signInNow(email)).toBe('signed-in')
    expect(await findSession(sql(), sessionId, NOW)).toBeNull()
  })

  it('keeps the day on which it was disabled first', async () => {
    const { email, accountId } = await insertPerson()
    await disable(email)

    expect(await disable(email)).toContain('already')
    expect((await db().account.findUniqueOrThrow({ where: { id: accountId } })).disabledAt).toEqual(NOW)
  })

  it('must exist, and be named', async () => {
    for (const command of [disable, enable]) {
      await expect(command('nobody@example.ma')).rejects.toMatchObject({ code: 'not-found' })
      await expect(command('')).rejects.toMatchObject({ code: 'invalid-input' })
    }
    expect(await enable((await insertPerson()).email)).toContain('is not disabled')
  })
})
