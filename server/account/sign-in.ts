import 'server-only'
import type { SignIn } from '@/domain/access/sign-in'
import { spendLimit } from '../auth/limits'
import { findAccountByEmail } from '../db/accounts'
import { db } from '../db/client'
import { type Proof, provePassword } from './prove-password'

export type SignedIn = { status: 'signed-in'; accountId: string } | Exclude<Proof, { status: 'proved' }>

/** Who is at the door; the door opens the session. Unknown, disabled and wrong look and take the same. */
export async function signIn(
  { email, password }: SignIn,
  { address, now }: { address: string; now: Date },
): Promise<SignedIn> {
  await spendLimit('sign-in', address, now)
  const account = await findAccountByEmail(db(), email)
  const stored = account && !account.disabled ? account.passwordHash : null

  const proof = await provePassword({ email, address }, stored, password, now)
  if (proof.status !== 'proved') return proof
  return account ? { status: 'signed-in', accountId: account.id } : { status: 'wrong' }
}
