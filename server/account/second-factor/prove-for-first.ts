import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { findAccount } from '../../db/accounts'
import { db } from '../../db/client'
import { isGuarded } from '../../db/second-factors'
import { type Proof, provePassword } from '../prove-password'
import type { Visit } from '../request-info'

/**
 * Checks the password before the first second factor of an account is set up: a stranger who finds the browser open
 * could otherwise set up one of his own.
 *
 * @throws {AppError} not-found; conflict if the account has a second factor already.
 */
export async function proveForFirst(
  { accountId }: Pick<Person, 'accountId'>,
  password: string,
  { address, browser, now }: Omit<Visit, 'later'>,
): Promise<Proof> {
  const account = await findAccount(db(), accountId)
  if (!account) throw new AppError('not-found', 'account')
  const proof = await provePassword({ email: account.email, address, browser }, account.passwordHash, password, now)
  if (proof.status === 'proved' && (await isGuarded(db(), accountId))) {
    throw new AppError('conflict', 'second factor stands')
  }
  return proof
}
