import 'server-only'
import { enterSignIn } from '../auth/limits'
import { verifyPassword } from '../auth/password'

export type Proof = { status: 'proved' } | { status: 'wrong' } | { status: 'locked'; until: Date }

/**
 * Checks a password behind the gate that slows wrong ones down, by e-mail and address.
 *
 * @param stored the account's hash; null (no account, or one that may not enter) does the same work and is wrong.
 */
export async function provePassword(
  who: { email: string; address: string },
  stored: string | null,
  password: string,
  now: Date,
): Promise<Proof> {
  const gate = await enterSignIn(who.email, who.address, now)
  if (!gate.admitted) return { status: 'locked', until: gate.lockedUntil }
  if (!(await verifyPassword(stored, password))) return { status: 'wrong' }
  await gate.clear()
  return { status: 'proved' }
}
