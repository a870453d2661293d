import 'server-only'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { initialsOf } from '@/domain/certificate/match-name'
import { certificateOf } from '@/domain/course/graded'
import { loadRelease } from '../content/releases'
import type { CertificateRow } from '../db/certificates'

/**
 * The institution that confirmed the holder, under its name at that time; null if the holder declared her name herself.
 */
export function confirmerOf({
  confirmerArabic,
  confirmerLatin,
}: Pick<CertificateRow, 'confirmerArabic' | 'confirmerLatin'>): CertificateFacts['confirmer'] {
  return confirmerArabic && confirmerLatin ? { ar: confirmerArabic, fr: confirmerLatin } : null
}

/** Joins the facts that were fixed at issue with what the release says about the course. */
export async function certificateFacts(row: CertificateRow): Promise<CertificateFacts> {
  const release = await loadRelease(row.releaseId)
  const { title, lawDate } = release.course.file
  const certificate = certificateOf(release.course.file)
  return {
    number: row.number,
    status: certificateStatus(row),
    supersededBy: row.supersededBy,
    revokedAt: row.revokedAt,
    issuedAt: row.issuedAt,
    initials: { ar: initialsOf(row.nameArabic ?? ''), fr: row.initials },
    kind: row.paper?.kind ?? null,
    title: row.paper?.title ?? certificate.title,
    course: title,
    issuer: row.paper?.institution?.name ?? certificate.issuer,
    institution: row.paper?.institution ?? null,
    cosigners: row.paper?.cosigners ?? [],
    release: release.number,
    releasedAt: release.publishedAt,
    lawDate: new Date(lawDate),
    hours: certificate.hours,
    confirmer: confirmerOf(row),
  }
}
