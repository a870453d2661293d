import 'server-only'
import { AppError } from '@/domain/errors'
import { findAdministered, lockAdministrators } from '../db/auth/roles'
import type { Tx } from '../db/client'

/**
 * Refuses to remove the last administrator of an institution or (null) of the platform: there must always be a person
 * who can appoint others. Call it before the role ends, in the same transaction.
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

/** The same before an account is deleted, for everything that it administers. @throws {AppError} last-administrator */
export async function requireOtherAdministrators(tx: Tx, accountId: string): Promise<void> {
  await requireAnotherAdministrator(tx, accountId, null)
  // Always locks in the same order, so that two accounts that are deleted at once cannot deadlock.
  for (const institutionId of await findAdministered(tx, accountId))
    await requireAnotherAdministrator(tx, accountId, institutionId)
}
