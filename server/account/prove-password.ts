import 'server-only'
import { browserHash } from '../auth/known-browser'
import { enterSignIn } from '../auth/limits'
import { verifyPassword } from '../auth/password'

export type Proof = { status: 'proved' } | { status: 'wrong' } | { status: 'locked'; until: Date }

/** Whose password it would be, and where it was typed. */
type Who = { email: string; address: string; browser?: string | null | undefined }

/**
 * Checks a password behind the gate that slows wrong ones down.
 *
 * @param stored the account's hash; null (no account, or one that may not enter) does the same work and is wrong.
 */
export async function provePassword(
  { email, address, browser }: Who,
  stored: string | null,
  password: string,
  now: Date,
): Promise<Proof> {
  const gate = await enterSignIn({ email, address, browserHash: browser ? browserHash(browser) : null }, now)
  if (!gate.admitted) return { status: 'locked', until: gate.lockedUntil }
  if (!(await verifyPassword(stored, password))) return { status: 'wrong' }
  await gate.clear()
  return { status: 'proved' }
}
