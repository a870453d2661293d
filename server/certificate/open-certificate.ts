import 'server-only'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { AppError } from '@/domain/errors'
import { spendLimit } from '../auth/limits'
import { type Permit, requirePermission } from '../auth/permit'
import { type CertificateRow, findCertificate } from '../db/certificates'
import { sql } from '../db/client'
import { keyOpens } from './share-link'

/** A certificate that is open to who asks, with the names on it. */
export type OpenCertificate = CertificateRow & { nameArabic: string; nameLatin: string }
export type Opened = { permit: Permit<'certificate:read'>; certificate: OpenCertificate }
export type Caller = { address: string; now: Date }

/**
 * Opens a certificate to its holder or to whoever has her share link; the number alone opens nothing.
 *
 * @throws {AppError} not-found, sign-in-required, forbidden, too-many-requests; link-expired when the account was deleted
 *   and the names with it.
 */
export async function openCertificate(typed: string, key: string | null, caller: Caller): Promise<Opened> {
  try {
    return await open(typed, key)
  } catch (error) {
    // Asking here must not be a faster way to find numbers than the public page.
    await spendLimit('verify', caller.address, caller.now)
    throw error
  }
}

async function open(typed: string, key: string | null): Promise<Opened> {
  const reading = readCertificateNumber(typed)
  const found = reading.status === 'well-formed' ? await findCertificate(sql(), reading.number) : null
  if (!found) throw new AppError('not-found', 'certificate')
  const shared = keyOpens(found, key)
  const permit = await requirePermission('certificate:read', {
    number: found.number,
    holderId: found.accountId,
    shared,
  })
  const { nameArabic, nameLatin } = found
  if (nameArabic === null || nameLatin === null) throw new AppError('link-expired', 'names are gone')
  return { permit, certificate: { ...found, nameArabic, nameLatin } }
}
