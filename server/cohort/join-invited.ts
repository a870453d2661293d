import 'server-only'
import type { OpenAccount } from '@/domain/auth/open-account'
import { AppError } from '@/domain/errors'
import { openConfirmedAccount } from '../account/confirm-sign-up'
import { signIn } from '../account/sign-in'
import { hashPassword } from '../auth/password'
import { findAccountByEmail } from '../db/account/accounts'
import { db } from '../db/client'
import { admitMember, cohortJoinedWith, invitedAddress, spendInvitation } from './accept-invitation'
import { startPath } from './courses'
import { findInvitedPerson, type InvitedPerson } from './invited-person'

/** `courseId`: the first course of her cohort. */
export type Joined = { accountId: string; startPath: string }
/** The person behind an invitation: one who needs an account, or one whose address has an account. */
export type Invitee = { kind: 'new'; person: InvitedPerson } | { kind: 'known' }

/** @returns null if the link does not work, or if the place belongs to an account already. */
export async function inviteeOf(token: string, now: Date): Promise<Invitee | null> {
  const person = await findInvitedPerson(token, now)
  if (!person) return null
  const account = await findAccountByEmail(db(), person.email)
  return account?.confirmed || account?.disabled ? { kind: 'known' } : { kind: 'new', person }
}

/**
 * Opens the account of the address that an invitation was sent to, and joins the cohort. The link itself is the
 * permission: it has shown that the mailbox is the person's own, so no second letter is needed.
 *
 * @param person the entry of the roster as she corrected it.
 * @returns the account and where it begins, or null if the link does not work or the address has an account by now.
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
    const accountId = await openConfirmedAccount(tx, { ...profile, email: member.email, passwordHash }, now)
    // Then nothing is used up: she can accept the invitation once she has signed in.
    if (accountId === null) throw new AppError('link-expired', 'the address has an account')
    await admitMember(tx, member, cohort, { accountId, by: accountId }, now)
    return { accountId, startPath: startPath(cohort) }
  })
  return joined.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'link-expired') return null
    throw error
  })
}

/**
 * Handles a form that was sent twice: if the password is the one that the first submit set, the second has the same
 * outcome.
 */
export async function enterJoined(
  token: string,
  password: string,
  visit: { address: string; now: Date },
): Promise<Joined | null> {
  const email = await invitedAddress(token)
  if (email === null || password === '') return null
  const outcome = await signIn({ email, password }, visit)
  const cohort = outcome.status === 'signed-in' ? await cohortJoinedWith(token, outcome.accountId) : null
  if (outcome.status !== 'signed-in' || !cohort) return null
  return { accountId: outcome.accountId, startPath: startPath(cohort) }
}
