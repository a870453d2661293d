import 'server-only'
import type { OpenAccount } from '@/domain/auth/open-account'
import { hashPassword } from '../auth/password'
import { type AccountRow, findAccountByEmail, openAccount } from '../db/account/accounts'
import {
  findSignUp,
  findSignUpEmail,
  lockSignUps,
  type SignUpRow,
  spendSignUp,
  spendSignUps,
} from '../db/account/sign-ups'
import { deleteMeansOfProof } from '../db/auth/means-of-proof'
import { deleteSessions } from '../db/auth/sessions'
import { db, type Tx } from '../db/client'
import { hashOf } from './email-link'
import { signIn } from './sign-in'

/** The form of the sign-up behind a link, or null if the link does not work. Reading it confirms nothing. */
export async function signUpToConfirm(token: string, now: Date): Promise<SignUpRow | null> {
  const signUp = await findSignUp(db(), hashOf(token), now)
  const account = signUp && (await findAccountByEmail(db(), signUp.email))
  return account?.confirmed || account?.disabled ? null : signUp
}

/** The confirmed account of the address that a link was sent to, whether or not the link still works. */
export async function confirmedBy(token: string): Promise<AccountRow | null> {
  const email = await findSignUpEmail(db(), hashOf(token))
  const account = email === null ? null : await findAccountByEmail(db(), email)
  return account?.confirmed ? account : null
}

/**
 * Opens the account of the address that the link was sent to, with the password chosen on the confirmation page. The
 * link itself is the permission.
 *
 * @param person the sign-up as the person corrected it.
 * @returns the account, or null if the link does not work or no longer works.
 */
export async function confirmSignUp(
  token: string,
  person: Omit<OpenAccount, 'email'>,
  now: Date,
): Promise<string | null> {
  const { password, ...profile } = person
  const passwordHash = await hashPassword(password)
  const email = await findSignUpEmail(db(), hashOf(token))
  if (email === null) return null
  return db().$transaction(async (tx) => {
    await lockSignUps(tx, email)
    const spent = await spendSignUp(tx, hashOf(token), now)
    return spent ? openConfirmedAccount(tx, { ...profile, email, passwordHash }, now) : null
  })
}

/**
 * Opens an account for an address whose owner has used the link. Every other pending link to the address becomes
 * worthless. If the account existed unconfirmed, its sessions end, and every means of proof except the password is
 * deleted.
 *
 * @returns null if the address already has an account.
 */
export async function openConfirmedAccount(
  tx: Tx,
  account: Omit<OpenAccount, 'password'> & { passwordHash: string },
  now: Date,
): Promise<string | null> {
  await lockSignUps(tx, account.email)
  const accountId = await openAccount(tx, account, now)
  if (accountId === null) return null
  await spendSignUps(tx, account.email, now)
  await deleteSessions(tx, accountId)
  await deleteMeansOfProof(tx, accountId)
  return accountId
}

/**
 * Handles a form that was sent twice: if the password is the one that the first submit set, the second has the same
 * outcome.
 */
export async function enterConfirmed(
  token: string,
  password: string,
  visit: { address: string; now: Date },
): Promise<string | null> {
  const account = await confirmedBy(token)
  if (!account || password === '') return null
  const outcome = await signIn({ email: account.email, password }, visit)
  return outcome.status === 'signed-in' ? outcome.accountId : null
}
