import type { Localized } from '../locale'
import type { CertificateStatus } from './certificate-rules'

/** What a certificate states, without the names. */
export type CertificateFacts = {
  number: string
  status: CertificateStatus
  supersededBy: string | null
  revokedAt: Date | null
  issuedAt: Date
  /** Empty when the account was deleted. */
  initials: string
  title: Localized
  course: Localized
  issuer: Localized
  release: number
  lawDate: Date
  hours: number
  /** The institution that confirmed who the holder is; null: she declared it. */
  confirmer: Pick<Localized, 'ar' | 'fr'> | null
}
