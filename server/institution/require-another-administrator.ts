import 'server-only'
import { AppError } from '@/domain/errors'
import type { Tx } from '../db/client'
import { findAdministered, lockAdministrators } from '../db/roles'

/**
 * Before an account ceases to administer an institution or (null) the platform, in the same transaction: somebody must stay
 * who can name others.
 *
 * @throws {AppError} last-administrator
 */
export async function requireAnotherAdministrator(
  tx: Tx,
  accountId: string,
  institutionId: string | null,
): Promise<void> {
  const administrators = await lockAdministrators(tx, institutionId)
  if (administrators.length === 1 && administrators[0] === accountId) throw new AppError('last-administrator')
}

/** The same before an account ceases to be, for all that it administers. @throws {AppError} last-administrator */
export async function requireOtherAdministrators(tx: Tx, accountId: string): Promise<void> {
  await requireAnotherAdministrator(tx, accountId, null)
  // Always in the same order: two accounts that are deleted at once wait for each other, not both.
  for (const institutionId of await findAdministered(tx, accountId))
    await requireAnotherAdministrator(tx, accountId, institutionId)
}
