import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateOf } from '@/domain/course/graded'
import { formatDuration } from '@/i18n/duration'
import { formatDate, translator } from '@/i18n/translator'
import { loadRelease } from '../content/releases'
import { env } from '../env'
import { issuer } from './issuer'
import type { Opened } from './open-certificate'
import { identityText } from './paper-texts'
import { signCredential } from './sign-credential'
import { seconds, statusEntry } from './status-list'

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

/** The certificate as a signed Open Badges 3.0 credential. @see https://www.imsglobal.org/spec/ob/v3p0 */
export async function certificateCredential({ certificate }: Opened, now: Date): Promise<object> {
  const { course, number } = await loadRelease(certificate.releaseId)
  const { title, summary, lawDate } = course.file
  const rule = certificateOf(course.file)
  const { did } = await issuer()
  const { publicUrl } = env()
  const inBoth = (text: { ar: string; fr: string }) => `${text.ar} / ${text.fr}`
  const criteria = (locale: 'ar' | 'fr') =>
    translator(locale)('certificate.paper.lawCriteria', {
      date: formatDate(new Date(lawDate), locale),
      hours: formatDuration(rule.hours * 60, locale),
    })

  const credential = {
    '@context': [...CONTEXTS],
    id: `urn:uuid:${certificate.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: did, type: ['Profile'], name: inBoth(rule.issuer), url: publicUrl },
    validFrom: seconds(certificate.issuedAt),
    name: inBoth(rule.title),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [certificate.nameArabic, certificate.nameLatin].map(plainName),
      licenseNumber: formatCertificateNumber(certificate.number),
      achievement: {
        id: `${publicUrl}/ar/courses/${certificate.courseId}#${number}`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: inBoth(title),
        description: inBoth(summary),
        version: String(number),
        criteria: { narrative: inBoth({ ar: criteria('ar'), fr: criteria('fr') }) },
      },
    },
    evidence: [
      {
        type: ['Evidence'],
        narrative: inBoth({ ar: identityText(certificate, 'ar'), fr: identityText(certificate, 'fr') }),
      },
    ],
    credentialStatus: statusEntry(certificate.statusIndex),
  }
  return signCredential(credential, now)
}

/** The name as plain text. `evidence` says how it was established. */
function plainName(name: string) {
  return { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }
}
