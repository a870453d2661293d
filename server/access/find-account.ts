import 'server-only'
import type { Role } from '@/domain/access/role'
import type { Permit } from '../auth/permit'
import { findAccountByEmail } from '../db/accounts'
import { recordAct } from '../db/audit'
import { db } from '../db/client'

/** `own`: nobody is named by herself. */
export type FoundAccount = { status: 'found'; accountId: string } | { status: 'unknown' | 'own' }

/**
 * The confirmed account behind an address. Whoever gives roles may know whether there is one; that she asked in vain stays in
 * the audit, without the address, which is a stranger's.
 */
export async function findAccountToName(
  { actor, target }: Permit<'people:read'>,
  { email, role }: { email: string; role: Role },
  now: Date,
): Promise<FoundAccount> {
  const account = await findAccountByEmail(db(), email)
  if (account?.id === actor.accountId) return { status: 'own' }
  if (account?.confirmed && !account.disabled) return { status: 'found', accountId: account.id }
  const { institutionId } = target
  const facts = { actorId: actor.accountId, institutionId, details: { role } }
  await recordAct(db(), { act: 'account-not-found', ...facts }, now)
  return { status: 'unknown' }
}
