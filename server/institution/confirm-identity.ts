import 'server-only'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import type { Permit } from '../auth/permit'
import { requireInstitution } from '../auth/require-institution'
import { lockAccount } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { belongs } from '../db/auth/roles'
import { confirmCertificates } from '../db/certificate/certificates'
import { db } from '../db/client'
import { deleteConfirmation, insertConfirmation } from '../db/institution/confirmations'

/**
 * The institution confirms the identity of one of its people. Her certificates in force that she earned in its cohorts
 * and that no institution has confirmed get its present name; certificates that she earns there later get it at issue.
 *
 * @param seen the names that the submitted page showed: only these are confirmed.
 * @throws {AppError} not-found; conflict if she has changed them since.
 */
export async function confirmIdentity(
  { actor, target }: Permit<'identity:confirm'>,
  seen: Names,
  now: Date,
): Promise<void> {
  const { accountId, institutionId } = target
  await db().$transaction(async (tx) => {
    const institution = await requireInstitution(institutionId, tx)
    // Locks the account, as the issue of a certificate and a change of names do, so that they run one after the other.
    const names = await lockAccount(tx, accountId)
    if (!names || !(await belongs(tx, accountId, institutionId))) throw new AppError('not-found', 'member')
    if (names.nameArabic !== seen.nameArabic || names.nameLatin !== seen.nameLatin) throw new AppError('conflict')

    const row = { accountId, institutionId, confirmedById: actor.accountId, confirmedAt: now }
    if (!(await insertConfirmation(tx, row))) return
    const confirmer = { confirmerArabic: institution.nameArabic, confirmerLatin: institution.nameLatin }
    await confirmCertificates(tx, { accountId, institutionId }, names, confirmer)
    const facts = { actorId: actor.accountId, subjectId: accountId, institutionId }
    await recordAct(tx, { act: 'identity-confirmed', ...facts }, now)
  })
}

/**
 * Withdraws a confirmation that was a mistake. Certificates that carry it keep their text, since a printed certificate
 * would otherwise differ from its verification. If such a certificate is superseded, the new one has no confirmation.
 */
export async function withdrawConfirmation(
  { actor, target }: Permit<'identity:withdraw'>,
  reason: string,
  now: Date,
): Promise<void> {
  const { accountId, institutionId } = target
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId)
    if (!(await deleteConfirmation(tx, accountId, institutionId))) return
    const facts = { actorId: actor.accountId, subjectId: accountId, institutionId, reason }
    await recordAct(tx, { act: 'identity-withdrawn', ...facts }, now)
  })
}
