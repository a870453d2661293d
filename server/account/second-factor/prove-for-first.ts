import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { isGuarded } from '../../db/auth/second-factors'
import { db } from '../../db/client'
import { type Proof, proveOwnPassword } from '../prove-password'
import type { Visit } from '../request-info'

/**
 * Checks the password before the first second factor of an account is set up.
 *
 * @throws {AppError} not-found; conflict if the account has a second factor already.
 */
export async function proveForFirst(
  { accountId }: Pick<Person, 'accountId'>,
  password: string,
  visit: Omit<Visit, 'later'>,
): Promise<Proof> {
  const proof = await proveOwnPassword({ accountId }, password, visit)
  if (proof.status === 'proved' && (await isGuarded(db(), accountId))) {
    throw new AppError('conflict', 'second factor stands')
  }
  return proof
}
