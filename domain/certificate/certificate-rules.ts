export type CertificateCase = { held: boolean; lessonsDone: boolean; examPassed: boolean }
export type CertificateDecision =
  | { status: 'issue' }
  | { status: 'wait'; missing: 'lessons' | 'exam' }
  | { status: 'held' }

export function decideCertificate({ held, lessonsDone, examPassed }: CertificateCase): CertificateDecision {
  if (held) return { status: 'held' }
  if (!lessonsDone) return { status: 'wait', missing: 'lessons' }
  if (!examPassed) return { status: 'wait', missing: 'exam' }
  return { status: 'issue' }
}

export type CertificateStatus = 'valid' | 'superseded' | 'revoked'

/** A replaced certificate says so even if it was also revoked: the reader needs the new number first. */
export function certificateStatus(facts: { revokedAt: Date | null; supersededBy: string | null }): CertificateStatus {
  if (facts.supersededBy) return 'superseded'
  return facts.revokedAt ? 'revoked' : 'valid'
}
