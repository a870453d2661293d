import type { Localized } from '../locale'
import type { CertificateStatus } from './certificate-rules'

/** The facts that a certificate states, without the names. */
export type CertificateFacts = {
  number: string
  status: CertificateStatus
  supersededBy: string | null
  revokedAt: Date | null
  issuedAt: Date
  /** Empty if the account was deleted. */
  initials: string
  title: Localized
  course: Localized
  issuer: Localized
  release: number
  lawDate: Date
  hours: number
  /** The institution that confirmed the holder's identity; null if the holder declared it. */
  confirmer: Pick<Localized, 'ar' | 'fr'> | null
}
