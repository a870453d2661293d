import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { browserHash } from '../auth/known-browser'
import { enterSignIn } from '../auth/limits'
import { verifyPassword } from '../auth/password'
import { findAccount } from '../db/account/accounts'
import { db } from '../db/client'
import type { Visit } from './request-info'

export type Proof = { status: 'proved' } | { status: 'wrong' } | { status: 'locked'; until: Date }

/** The e-mail address of the account, and where the password was typed. */
type PasswordProof = { email: string; address: string; browser?: string | null | undefined }

/**
 * Checks a password behind the rate limiter for failed attempts.
 *
 * @param stored the hash of the account. For null (no account, or one that may not sign in) the function does the same
 * work and fails.
 */
export async function provePassword(
  { email, address, browser }: PasswordProof,
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

/**
 * Checks the password of a person who is signed in, before an act that a stranger at her open browser must not do.
 *
 * @throws {AppError} not-found
 */
export async function proveOwnPassword(
  { accountId }: Pick<Person, 'accountId'>,
  password: string,
  { address, browser, now }: Omit<Visit, 'later'>,
): Promise<Proof> {
  const account = await findAccount(db(), accountId)
  if (!account) throw new AppError('not-found', 'account')
  return provePassword({ email: account.email, address, browser }, account.passwordHash, password, now)
}
