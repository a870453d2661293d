import 'server-only'
import type { Names } from '@/domain/account/profile'
import { mayRename } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import type { CertificateRow } from '../db/certificates'
import type { Tx } from '../db/client'
import { findConfirmers } from '../db/confirmations'
import { lockWithHolder } from './supersede'

/** A certificate whose holder still has an account. Both rows are locked. @throws {AppError} not-found, holder-gone */
export async function requireHeld(tx: Tx, number: string): Promise<CertificateRow & { accountId: string }> {
  const found = await lockWithHolder(tx, number)
  if (!found) throw new AppError('not-found', 'certificate')
  const { accountId } = found
  if (accountId === null) throw new AppError('holder-gone')
  return { ...found, accountId }
}

/**
 * Refuses to correct names that another institution which taught the certificate has confirmed.
 *
 * @param names the names on the new certificate; a missing one stays as it is.
 * @throws {AppError} confirmed-elsewhere
 */
export async function requireNames(
  tx: Tx,
  certificate: CertificateRow & { accountId: string },
  names: Partial<Names>,
  institutionId: string,
): Promise<void> {
  const { nameArabic, nameLatin } = certificate
  const same = { nameArabic, nameLatin, ...names }
  if (same.nameArabic === nameArabic && same.nameLatin === nameLatin) return
  if (!mayRename(institutionId, await findConfirmers(tx, certificate))) throw new AppError('confirmed-elsewhere')
}
