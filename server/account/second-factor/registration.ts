import 'server-only'
import { AppError } from '@/domain/errors'
import { nameIn } from '@/domain/person/name-in'
import { type RegistrationOptions, registrationOptions } from '../../auth/passkey'
import type { Permit } from '../../auth/permit'
import { findAccount } from '../../db/account/accounts'
import { findBrowserName, findCredentials } from '../../db/auth/passkeys'
import { db } from '../../db/client'

/**
 * What this browser needs to register a passkey, and its own name.
 *
 * @param challenge the one of the state `registering`. @throws {AppError} not-found
 */
export async function registrationFor(
  { actor }: Permit<'account:change'>,
  challenge: string,
  site: string,
): Promise<{ options: RegistrationOptions; browser: string | null }> {
  const { accountId, sessionId } = actor
  const [account, others, browser] = await Promise.all([
    findAccount(db(), accountId),
    findCredentials(db(), accountId),
    findBrowserName(db(), sessionId),
  ])
  if (!account) throw new AppError('not-found', 'account')
  const owner = { accountId, email: account.email, name: nameIn(account, account.locale), site }
  return { options: await registrationOptions(challenge, owner, others), browser }
}
