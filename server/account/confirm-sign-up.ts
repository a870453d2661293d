import 'server-only'
import type { OpenAccount } from '@/domain/auth/open-account'
import { hashPassword } from '../auth/password'
import { type AccountRow, findAccountByEmail, openAccount } from '../db/accounts'
import { db, type Tx } from '../db/client'
import { deleteSessions } from '../db/sessions'
import { findSignUp, findSignUpEmail, lockSignUps, type SignUpRow, spendSignUp, spendSignUps } from '../db/sign-ups'
import { hashOf } from './email-link'
import { signIn } from './sign-in'

/** What the sign-up of a link said, or null when the link does not work. Looking confirms nothing. */
export async function signUpToConfirm(token: string, now: Date): Promise<SignUpRow | null> {
  const signUp = await findSignUp(db(), hashOf(token), now)
  const account = signUp && (await findAccountByEmail(db(), signUp.email))
  return account?.confirmed || account?.disabled ? null : signUp
}

/** The confirmed account of the address that a link was sent to, whether the link still works or not. */
export async function confirmedBy(token: string): Promise<AccountRow | null> {
  const email = await findSignUpEmail(db(), hashOf(token))
  const account = email === null ? null : await findAccountByEmail(db(), email)
  return account?.confirmed ? account : null
}

/**
 * Opens the account of the address that the link was sent to, with the password chosen on its page. The link itself is the
 * permission.
 *
 * @param person as she corrected what the sign-up said.
 * @returns the account, or null when the link does not work (any more).
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
    return spent ? openOwned(tx, { ...profile, email, passwordHash }, now) : null
  })
}

/**
 * Makes the account of an address that has been shown to be hers: every other link that waits for it is worthless from now
 * on, and nobody stays inside an account that was there unconfirmed.
 *
 * @returns null when the address has an account.
 */
export async function openOwned(
  tx: Tx,
  account: Omit<OpenAccount, 'password'> & { passwordHash: string },
  now: Date,
): Promise<string | null> {
  await lockSignUps(tx, account.email)
  const accountId = await openAccount(tx, account, now)
  if (accountId === null) return null
  await spendSignUps(tx, account.email, now)
  await deleteSessions(tx, accountId)
  return accountId
}

/** A form sent twice: who gives the password that the first one has set is as far as the first one brought her. */
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
