import 'server-only'
import { AppError } from '@/domain/errors'
import type { CertificateRow } from '../db/certificate/certificates'
import type { Tx } from '../db/client'
import { lockWithHolder } from './supersede'

/** A certificate whose holder still has an account. Both rows are locked. @throws {AppError} not-found, holder-gone */
export async function requireHeld(tx: Tx, number: string): Promise<CertificateRow & { accountId: string }> {
  const found = await lockWithHolder(tx, number)
  if (!found) throw new AppError('not-found', 'certificate')
  const { accountId } = found
  if (accountId === null) throw new AppError('holder-gone')
  return { ...found, accountId }
}
