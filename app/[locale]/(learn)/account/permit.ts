import { AppError } from '@/domain/errors'
import { type Permit, requirePermission } from '@/server/auth/permit'
import { currentActor } from '@/server/auth/session'

/** The permission to change one's own account: nobody else's can be named. @throws {AppError} sign-in-required */
export async function permitToChange(): Promise<Permit<'account:change'>> {
  const actor = await currentActor()
  if (actor.kind !== 'person') throw new AppError('sign-in-required', 'account form')
  return requirePermission('account:change', { accountId: actor.accountId })
}

/** The permission to read one's own account. @throws {AppError} sign-in-required */
export async function permitToRead(): Promise<Permit<'account:read'>> {
  const actor = await currentActor()
  if (actor.kind !== 'person') throw new AppError('sign-in-required', 'own account')
  return requirePermission('account:read', { accountId: actor.accountId })
}
