import 'server-only'
import type { Locale } from '@/domain/locale'
import type { CertificateRow } from '../db/certificate/certificates'
import { certificateFacts } from './certificate-facts'
import { shareLink } from './share-link'

/** A certificate as its holder sees the paper. */
export async function paperOf(row: CertificateRow, locale: Locale) {
  const { nameArabic, nameLatin } = row
  const names = { nameArabic: nameArabic ?? '', nameLatin: nameLatin ?? '' }
  return { facts: await certificateFacts(row), ...names, link: shareLink(row, locale) }
}
