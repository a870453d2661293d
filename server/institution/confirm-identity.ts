import 'server-only'
import type { Names } from '@/domain/account/profile'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { lockAccount } from '../db/accounts'
import { recordAct } from '../db/audit'
import { confirmCertificates } from '../db/certificates'
import { db } from '../db/client'
import { deleteConfirmation, insertConfirmation } from '../db/confirmations'
import { belongs } from '../db/roles'
import { requireInstitution } from './institutions'

/**
 * The institution says that a person who belongs to it is who she says she is. The certificates in force that she earned in
 * its cohorts and that say nothing of it take its name as it is today; those she earns there later take it then.
 *
 * @param seen the names that were read when the button was pressed: only they are confirmed.
 * @throws {AppError} not-found; conflict when she has changed them since.
 */
export async function confirmIdentity(
  { actor, target }: Permit<'identity:confirm'>,
  seen: Names,
  now: Date,
): Promise<void> {
  const { accountId, institutionId } = target
  await db().$transaction(async (tx) => {
    const institution = await requireInstitution(institutionId, tx)
    // As for a certificate and a change of names: these take turns.
    const names = await lockAccount(tx, accountId)
    if (!names || !(await belongs(tx, accountId, institutionId))) throw new AppError('not-found', 'member')
    if (names.nameArabic !== seen.nameArabic || names.nameLatin !== seen.nameLatin) throw new AppError('conflict')

    const row = { accountId, institutionId, confirmedById: actor.accountId, confirmedAt: now }
    if (!(await insertConfirmation(tx, row))) return
    const confirmer = { confirmerArabic: institution.nameArabic, confirmerLatin: institution.nameLatin }
    await confirmCertificates(tx, { accountId, institutionId }, confirmer)
    const facts = { actorId: actor.accountId, subjectId: accountId, institutionId }
    await recordAct(tx, { act: 'identity-confirmed', ...facts }, now)
  })
}

/**
 * Takes a confirmation back that was a mistake. Certificates that carry it keep their words: a paper that is out there would
 * say one thing and its verification another. Superseding such a certificate issues one without them.
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
