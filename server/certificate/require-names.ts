import 'server-only'
import { mayRename } from '@/domain/certificate/proposal'
import { AppError } from '@/domain/errors'
import type { Names } from '@/domain/person/profile'
import type { CertificateRow } from '../db/certificate/certificates'
import type { Tx } from '../db/client'
import { findConfirmers } from '../db/institution/confirmations'

/**
 * Refuses to correct names that another institution which taught the certificate has confirmed.
 *
 * @param names the names on the new certificate; a missing one stays as it is.
 * @param institutionId the institution that corrects them; null for the operator.
 * @throws {AppError} confirmed-elsewhere
 */
export async function requireNames(
  tx: Tx,
  certificate: CertificateRow,
  names: Partial<Names>,
  institutionId: string | null,
): Promise<void> {
  const { nameArabic, nameLatin } = certificate
  const same = { nameArabic, nameLatin, ...names }
  if (same.nameArabic === nameArabic && same.nameLatin === nameLatin) return
  if (!mayRename(institutionId, await findConfirmers(tx, certificate)))
    throw new AppError(
      'confirmed-elsewhere',
      'An institution confirmed these names: it proposes others on its own page.',
    )
}
