import 'server-only'
import type { Locale } from '@/domain/locale'
import type { Permit } from '../auth/permit'
import { findCertificate } from '../db/certificates'
import { sql } from '../db/client'
import type { Learner } from '../db/learners'
import { certificateFacts } from './certificate-facts'
import { shareLink } from './share-link'

/** The certificate in force that a learner holds for a course, as its paper shows it; null if she holds none. */
export async function ownCertificate(_: Permit<'exam:sit'>, { certificate }: Learner, locale: Locale) {
  const row = certificate === null ? null : await findCertificate(sql(), certificate)
  if (!row) return null
  const { nameArabic, nameLatin } = row
  const names = { nameArabic: nameArabic ?? '', nameLatin: nameLatin ?? '' }
  return { facts: await certificateFacts(row), ...names, link: shareLink(row, locale) }
}
