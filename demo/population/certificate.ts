import 'server-only'
import { makeCertificateNumber } from '@/domain/certificate/certificate-number'
import { initialsOf } from '@/domain/certificate/match-name'
import type { Person } from './person'
import type { Release, TableBatch } from './table-batch'

type Issue = {
  attemptId: string | null
  issuedAt: Date
  supersedes?: { id: string } | null
  /** Why it was revoked or replaced. */
  reason?: string | null
  revokedAt?: Date | null
  confirmer?: { nameArabic: string; nameLatin: string } | null
}

export function addCertificate(
  { tables, rng }: TableBatch,
  { accountId, nameArabic, nameLatin }: Person,
  { id: releaseId, course }: Release,
  { attemptId, issuedAt, supersedes = null, reason = null, revokedAt = null, confirmer = null }: Issue,
): { id: string; number: string } {
  const id = rng.uuid(issuedAt)
  const number = makeCertificateNumber(rng.random)
  tables.Certificate.push({
    id,
    number,
    accountId,
    attemptId,
    releaseId,
    courseId: course.file.id,
    seminarId: null,
    registrationId: null,
    nameArabic,
    nameLatin,
    initials: initialsOf(nameLatin),
    shareToken: rng.secret(24),
    issuedAt,
    revokedAt,
    revokedReason: reason,
    supersedesId: supersedes?.id ?? null,
    confirmerArabic: confirmer?.nameArabic ?? null,
    confirmerLatin: confirmer?.nameLatin ?? null,
  })
  return { id, number }
}
