import 'server-only'
import type { SignIn } from '@/domain/auth/sign-in'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail } from '../db/accounts'
import { db } from '../db/client'
import { type Proof, provePassword } from './prove-password'
import type { Visit } from './request-info'

export type SignedIn = { status: 'signed-in'; accountId: string } | Exclude<Proof, { status: 'proved' }>

/**
 * Who is at the door; the door opens the session. Unknown, unconfirmed, disabled and wrong look and take the same: whoever signs up
 * with somebody's address would else learn from her own password whether that address had an account before.
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
