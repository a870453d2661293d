import 'server-only'
import type { SignIn } from '@/domain/auth/sign-in'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail } from '../db/account/accounts'
import { db } from '../db/client'
import { type Proof, provePassword } from './prove-password'
import type { Visit } from './request-info'

export type SignedIn = { status: 'signed-in'; accountId: string } | Exclude<Proof, { status: 'proved' }>

/**
 * Checks the e-mail address and the password; the route handler then opens the session. An unknown, unconfirmed or
 * disabled account and a wrong password look the same and take the same time. Otherwise a person who signs up with
 * somebody else's address could learn from her own password whether the address had an account.
 */
export async function signIn(
  { email, password }: SignIn,
  { address, browser, now }: Omit<Visit, 'later'>,
): Promise<SignedIn> {
  await spendLimit('sign-in', address, now)
  const account = await findAccountByEmail(db(), email)
  const stored = account?.confirmed && !account.disabled ? account.passwordHash : null

  const proof = await provePassword({ email, address, browser }, stored, password, now)
  if (proof.status !== 'proved') return proof
  return account ? { status: 'signed-in', accountId: account.id } : { status: 'wrong' }
}
