import 'server-only'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { matchesName } from '@/domain/certificate/match-name'
import type { NameAnswer } from '@/domain/certificate/name-check'
import { AppError } from '@/domain/errors'
import { spendLimit } from '../auth/limits'
import { findCertificate } from '../db/certificate/certificates'
import { sql } from '../db/client'
import type { Origin } from './open-certificate'

/** Whether this is the name on the certificate. @throws {AppError} not-found, too-many-requests */
export async function checkName(typedNumber: string, name: string, { address, now }: Origin): Promise<NameAnswer> {
  const reading = readCertificateNumber(typedNumber)
  if (reading.status !== 'well-formed') throw new AppError('not-found', 'certificate')
  // Also limited per certificate: nobody may find a name by guessing, from however many addresses.
  await spendLimit('verify-name', `address ${address}`, now)
  await spendLimit('verify-name', `number ${reading.number}`, now)
  const row = await findCertificate(sql(), reading.number)
  if (!row || row.nameArabic === null || row.nameLatin === null) throw new AppError('not-found', 'name')
  const { nameArabic, nameLatin } = row
  return matchesName(name, { nameArabic, nameLatin }) ? 'matches' : 'differs'
}
