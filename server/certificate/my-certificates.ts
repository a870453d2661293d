import 'server-only'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { findCertificatesOf } from '../db/certificate/certificates'
import { sql } from '../db/client'
import { env } from '../env'
import { certificateFacts } from './certificate-facts'
import { shareLink } from './share-link'

export type MyCertificate = {
  facts: CertificateFacts
  nameArabic: string
  nameLatin: string
  /** The reason that was given when the certificate was revoked or superseded. */
  reason: string | null
  link: string
}

/** A person's certificates, the newest first, with their rows, and the institution to ask for a correction. */
export async function myCertificates({ target }: Permit<'account:read'>, locale: Locale) {
  const rows = await findCertificatesOf(sql(), target.accountId)
  const certificates = await Promise.all(
    rows.map(
      async (row): Promise<MyCertificate> => ({
        facts: await certificateFacts(row),
        nameArabic: row.nameArabic ?? '',
        nameLatin: row.nameLatin ?? '',
        reason: row.revokedReason,
        link: shareLink(row, locale),
      }),
    ),
  )
  return { certificates, rows, contact: env().controllerContact ?? null }
}
