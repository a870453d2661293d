import 'server-only'
import type { SignUp } from '@/domain/access/sign-up'
import { spendLimit } from '../auth/limits'
import { hashPassword } from '../auth/password'
import { storeSignUp } from '../db/accounts'
import { db } from '../db/client'
import { dropTokens } from '../db/email-tokens'
import { deleteUnconfirmedSessions } from '../db/sessions'
import { post } from '../mail/post'
import { letterTo, makeLink } from './email-link'
import type { Visit } from './visit'

/**
 * Opens an account, or tells its owner by mail that she has one. Known and unknown e-mails take the same statements, the
 * same hash and one mail; what the mail says is for whoever reads that mailbox.
 *
 * @param next the page to return to once confirmed: a safe path of this site.
 * @throws {AppError} too-many-requests
 */
export async function signUp(person: SignUp, next: string | null, { address, now, later }: Visit): Promise<void> {
  await spendLimit('sign-up', address, now)
  await spendLimit('mail', person.email, now)
  const { password, ...account } = person
  const passwordHash = await hashPassword(password)

  const letter = await db().$transaction(async (tx) => {
    const stored = await storeSignUp(tx, { ...account, passwordHash })
    // Nobody may stay inside an unconfirmed account whose password has just been replaced.
    await deleteUnconfirmedSessions(tx, stored.id)
    await dropTokens(tx, stored.id, 'confirm')
    const known = stored.confirmed || stored.disabled
    const link = await makeLink(tx, stored, known ? 'reset' : 'confirm', now, next)
    return letterTo(stored, known ? 'known' : 'confirm', link)
  })
  later(() => post(letter, now))
}
