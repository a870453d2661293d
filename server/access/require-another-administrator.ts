import 'server-only'
import { AppError } from '@/domain/errors'
import type { Db } from '../db/client'
import { lockPlatformAdministrators } from '../db/roles'

/**
 * Before an account ceases to administer the platform, in the same transaction: somebody must stay who can name others.
 *
 * @throws {AppError} last-administrator
 */
export async function requireAnotherAdministrator(tx: Db, accountId: string): Promise<void> {
  const administrators = await lockPlatformAdministrators(tx)
  if (administrators.length === 1 && administrators[0] === accountId) throw new AppError('last-administrator')
}
