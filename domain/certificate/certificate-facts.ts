import type { Localized } from '../locale'
import type { CertificateStatus } from './certificate-rules'
import type { PaperKind, Party } from './paper'

/** The facts that a certificate states, without the names. */
export type CertificateFacts = {
  number: string
  status: CertificateStatus
  supersededBy: string | null
  revokedAt: Date | null
  issuedAt: Date
  /** In both scripts; empty if the account was deleted. */
  initials: Pick<Localized, 'ar' | 'fr'>
  /** Null for certificates from before there were several kinds. */
  kind: PaperKind | null
  title: Localized
  course: Localized
  issuer: Localized
  /** The institution in whose cohort it was earned; null if the platform issues it. */
  institution: Party | null
  cosigners: readonly Party[]
  release: number
  releasedAt: Date
  lawDate: Date
  hours: number
  /** The institution that confirmed the holder's identity; null if the holder declared it. */
  confirmer: Pick<Localized, 'ar' | 'fr'> | null
}
