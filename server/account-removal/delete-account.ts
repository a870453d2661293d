import 'server-only'
import { AppError } from '@/domain/errors'
import { type Proof, provePassword } from '../account/prove-password'
import type { Visit } from '../account/request-info'
import type { Permit } from '../auth/permit'
import { requireOtherAdministrators } from '../auth/require-another-administrator'
import { fillFreeSeats } from '../cohort/people/waitlist'
import { deleteAccountRow, findAccount, lockAccountToDelete } from '../db/account/accounts'
import { deleteToldAlone } from '../db/announcement/announcements'
import { forgetInAudit } from '../db/audit/audit'
import { forgetHolder } from '../db/certificate/certificates'
import { db } from '../db/client'
import { deleteByAddress } from '../db/retention/personal-data'

export type Deletion = { status: 'deleted' } | Exclude<Proof, { status: 'proved' }>

/**
 * Deletes the account and everything that belongs to it. Certificates can still be verified, without a name.
 *
 * @throws {AppError} not-found, last-administrator
 */
export async function deleteAccount(
  { target }: Permit<'account:change'>,
  password: string,
  { address, browser, now }: Omit<Visit, 'later'>,
): Promise<Deletion> {
  const account = await findAccount(db(), target.accountId)
  if (!account) throw new AppError('not-found', 'account')
  const proof = await provePassword({ email: account.email, address, browser }, account.passwordHash, password, now)
  if (proof.status !== 'proved') return proof

  const freed = await db().$transaction(async (tx) => {
    // Lock the roles before the account, as when a role is ended. In the other order two transactions could deadlock.
    await requireOtherAdministrators(tx, account.id)
    // Lock the announcements before the account too, as when an announcement is sent.
    await deleteToldAlone(tx, account.id)
    await lockAccountToDelete(tx, account.id)
    await forgetHolder(tx, account.id)
    await forgetInAudit(tx, account.id)
    const cohorts = await deleteByAddress(tx, account.id)
    await deleteAccountRow(tx, account.id)
    return cohorts
  })
  for (const cohortId of freed) await fillFreeSeats(cohortId, null, now)
  return { status: 'deleted' }
}
