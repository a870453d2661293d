import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { AppError } from '@/domain/errors'
import type { CertificateRow } from '../db/certificate/certificates'

/** @throws {AppError} not-found, not-in-force: a certificate can be withdrawn only once. */
export function requireInForce(number: string, found: CertificateRow | null): CertificateRow {
  const shown = formatCertificateNumber(number)
  if (!found) throw new AppError('not-found', `No certificate has the number ${shown}.`)
  if (found.supersededBy) {
    const successor = formatCertificateNumber(found.supersededBy)
    throw new AppError('not-in-force', `Certificate ${shown} was already superseded by ${successor}: name that one.`)
  }
  if (found.revokedAt) {
    const day = found.revokedAt.toISOString().slice(0, 10)
    throw new AppError('not-in-force', `Certificate ${shown} was already revoked on ${day}.`)
  }
  return found
}
