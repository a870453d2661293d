import 'server-only'
import type { OpenAccount } from '@/domain/auth/open-account'
import { AppError } from '@/domain/errors'
import { openOwned } from '../account/confirm-sign-up'
import { signIn } from '../account/sign-in'
import { hashPassword } from '../auth/password'
import { findAccountByEmail } from '../db/accounts'
import { db } from '../db/client'
import { admitMember, invitedAddress, spendInvitation, takenWith } from './accept-invitation'
import { findInvitedPerson, type InvitedPerson } from './invited-person'

export type Joined = { accountId: string; courseId: string }
/** Who a letter has brought: somebody to make an account for, or somebody who has one under the address it went to. */
export type Invitee = { kind: 'new'; person: InvitedPerson } | { kind: 'known' }

/** @returns null when the link does not work, or her place belongs to an account already. */
export async function inviteeOf(token: string, now: Date): Promise<Invitee | null> {
  const person = await findInvitedPerson(token, now)
  if (!person) return null
  const account = await findAccountByEmail(db(), person.email)
  return account?.confirmed || account?.disabled ? { kind: 'known' } : { kind: 'new', person }
}

/**
 * Opens the account of the address that an invitation was sent to, and takes the place it holds. The link itself is the
 * permission: it has shown that the mailbox is hers, so no second letter is needed.
 *
 * @param person as she corrected what her school's list says.
 * @returns the account and its course, or null when the link does not work or the address has an account by now.
 */
export async function joinInvited(
  token: string,
  person: Omit<OpenAccount, 'email'>,
  now: Date,
): Promise<Joined | null> {
  const { password, ...profile } = person
  const passwordHash = await hashPassword(password)
  const joined = db().$transaction(async (tx) => {
    const { member, cohort } = await spendInvitation(tx, token, now)
    if (member.accountId !== null) throw new AppError('link-expired', 'the place of an account')
    const accountId = await openOwned(tx, { ...profile, email: member.email, passwordHash }, now)
    // Nothing is used up then: she takes the place once she has signed in.
    if (accountId === null) throw new AppError('link-expired', 'the address has an account')
    await admitMember(tx, member, cohort, { accountId, by: accountId }, now)
    return { accountId, courseId: cohort.courseId }
  })
  return joined.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'link-expired') return null
    throw error
  })
}

/** A form sent twice: who gives the password that the first one has set is as far as the first one brought her. */
export async function enterJoined(
  token: string,
  password: string,
  visit: { address: string; now: Date },
): Promise<Joined | null> {
  const email = await invitedAddress(token)
  if (email === null || password === '') return null
  const outcome = await signIn({ email, password }, visit)
  const cohort = outcome.status === 'signed-in' ? await takenWith(token, outcome.accountId) : null
  return outcome.status === 'signed-in' && cohort ? { accountId: outcome.accountId, courseId: cohort.courseId } : null
}
