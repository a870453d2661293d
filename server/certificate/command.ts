import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { withdrawalSchema } from '@/domain/certificate/withdrawal'
import { AppError } from '@/domain/errors'
import { permitFor } from '../auth/permit'
import { revokeCertificate } from './revoke'
import { supersedeCertificate } from './supersede'

/**
 * Runs a command of the operator about a certificate.
 *
 * @returns a sentence about what was done.
 * @throws {AppError} invalid-input, not-found, not-in-force, conflict, with a sentence about what is wrong.
 */
export async function runCertificateCommand(given: Record<string, unknown>, now: Date): Promise<string> {
  const { data, error } = withdrawalSchema.safeParse(given)
  if (error) throw new AppError('invalid-input', error.issues.map(({ message }) => message).join('\n'))
  const { number, reason } = data
  const shown = formatCertificateNumber(number)
  if (data.command === 'revoke') {
    await revokeCertificate(permitFor({ kind: 'operator' }, 'certificate:revoke', { number }), reason, now)
    return `Certificate ${shown} is revoked.`
  }
  const { nameArabic, nameLatin } = data
  const names = { ...(nameArabic && { nameArabic }), ...(nameLatin && { nameLatin }) }
  const permit = permitFor({ kind: 'operator' }, 'certificate:supersede', { number })
  const successor = await supersedeCertificate(permit, { reason, names }, now)
  return `Certificate ${shown} is superseded by ${formatCertificateNumber(successor)}.`
}
