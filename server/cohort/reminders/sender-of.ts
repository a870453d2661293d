import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import { findAccount } from '../../db/account/accounts'
import type { Db } from '../../db/client'

/** The names of the sender. @throws {AppError} not-found if her account was deleted */
export async function senderOf(db: Db, { accountId }: Person): Promise<Names> {
  const account = await findAccount(db, accountId)
  if (!account) throw new AppError('not-found', 'sender')
  return account
}
