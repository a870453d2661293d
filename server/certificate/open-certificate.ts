import 'server-only'
import { readCertificateNumber } from '@/domain/certificate/certificate-number'
import { AppError } from '@/domain/errors'
import type { Caller } from '../auth/caller'
import { spendLimit } from '../auth/limits'
import { type Permit, requirePermission } from '../auth/permit'
import { type CertificateRow, findCertificate } from '../db/certificate/certificates'
import { sql } from '../db/client'
import { keyOpens } from './share-link'

/** A certificate that the caller may see in full, with the names on it. */
export type OpenCertificate = CertificateRow & { nameArabic: string; nameLatin: string }
/** The address and the time of a request. The rate limiter counts by them. */
export type Origin = { address: string; now: Date }
export type Opened = { permit: Permit<'certificate:read'>; certificate: OpenCertificate }

/**
 * Opens a certificate to its holder or to anyone who has her share link. The number alone opens nothing.
 *
 * @throws {AppError} not-found, sign-in-required, forbidden, too-many-requests; name-gone
 */
export async function openCertificate(
  caller: Caller,
  typed: string,
  key: string | null,
  from: Origin,
): Promise<Opened> {
  try {
    return await open(caller, typed, key)
  } catch (error) {
    // This page must not be a faster way to find numbers than the public page.
    await spendLimit('verify', from.address, from.now)
    throw error
  }
}

async function open(caller: Caller, typed: string, key: string | null): Promise<Opened> {
  const reading = readCertificateNumber(typed)
  const found = reading.status === 'well-formed' ? await findCertificate(sql(), reading.number) : null
  if (!found) throw new AppError('not-found', 'certificate')
  const shared = keyOpens(found, key)
  const permit = await requirePermission(caller, 'certificate:read', {
    number: found.number,
    holderId: found.accountId,
    shared,
  })
  const { nameArabic, nameLatin } = found
  if (nameArabic === null || nameLatin === null) throw new AppError('name-gone')
  return { permit, certificate: { ...found, nameArabic, nameLatin } }
}
