import 'server-only'
import type { Actor, Supported } from '@/domain/auth/policy'
import { isPlatformRole, type PlatformRole } from '@/domain/auth/role'
import { AppError } from '@/domain/errors'
import { permitFor } from '../../auth/permit'
import { type AccountRow, findAccountByEmail, lockAccount } from '../../db/account/accounts'
import { findRolesIn, lockAdministrators } from '../../db/auth/roles'
import { type Db, db, type Tx } from '../../db/client'

/** The acts of support about an account that exists. */
type SupportAct = 'account:disable' | 'account:enable' | 'account:second-factor-off' | 'course:admit'
type Permitted = { actor: Actor; target: Supported & { courseId?: string } }

/**
 * Locks the account of a permit until the transaction ends, and checks the permission again: meanwhile the owner of the
 * account may have become an administrator of the platform. The locks are those of ending a role and of deleting an
 * account, in the same order.
 *
 * @throws {AppError} not-found, with a sentence for the command line; forbidden
 */
export async function lockSupported(tx: Tx, { actor, target }: Permitted, act: SupportAct): Promise<AccountRow> {
  const found = await accountAt(tx, target.email)
  await lockAdministrators(tx, null)
  await lockAccount(tx, found.id)
  const account = await accountAt(tx, target.email)
  if (actor.kind === 'person') {
    const platform = await findPlatformRoles(tx, account.id)
    permitFor(actor, act, { courseId: '', ...target, accountId: account.id, platform })
  }
  return account
}

/** The target of the permissions about an address, which may have no account yet. */
export async function supportedAt(email: string): Promise<Required<Supported>> {
  const account = await findAccountByEmail(db(), email)
  if (!account) return { email, accountId: null, platform: [] }
  return { email, accountId: account.id, platform: await findPlatformRoles(db(), account.id) }
}

export async function findPlatformRoles(db: Db, accountId: string): Promise<PlatformRole[]> {
  return (await findRolesIn(db, accountId, null)).filter(isPlatformRole)
}

/** Null for the server's command line. */
export function actorIdOf({ actor }: { actor: Actor }): string | null {
  return actor.kind === 'person' ? actor.accountId : null
}

async function accountAt(db: Db, email: string): Promise<AccountRow> {
  const account = await findAccountByEmail(db, email.trim().toLowerCase())
  if (!account) throw new AppError('not-found', `There is no account for ${email}.`)
  return account
}
