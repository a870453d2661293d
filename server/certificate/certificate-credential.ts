import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { PAPER_RULES, type Party } from '@/domain/certificate/paper'
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
  const { paper } = certificate
  const criteria = (locale: 'ar' | 'fr') =>
    translator(locale)('certificate.paper.lawCriteria', {
      date: formatDate(new Date(lawDate), locale),
      hours: formatDuration(rule.hours * 60, locale),
    })

  const credential = {
    '@context': [...CONTEXTS],
    id: `urn:uuid:${certificate.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: did, type: ['Profile'], url: publicUrl, ...issuerOf(paper?.institution ?? null, rule.issuer) },
    validFrom: seconds(certificate.issuedAt),
    name: inBoth(paper?.title ?? rule.title),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [certificate.nameArabic, certificate.nameLatin].map(plainName),
      licenseNumber: formatCertificateNumber(certificate.number),
      achievement: {
        id: `${publicUrl}/ar/courses/${certificate.courseId}#${number}`,
        type: ['Achievement'],
        achievementType: PAPER_RULES[paper?.kind ?? 'certificate'].achievementType,
        name: inBoth(title),
        description: inBoth(summary),
        version: String(number),
        criteria: { narrative: inBoth({ ar: criteria('ar'), fr: criteria('fr') }) },
      },
    },
    evidence: [
      evidence((locale) => identityText(certificate, locale)),
      ...[paper?.institution ?? [], paper?.cosigners ?? []].flat().flatMap(signature),
    ],
    credentialStatus: statusEntry(certificate.statusIndex),
  }
  return signCredential(credential, now)
}

type InBoth = { ar: string; fr: string }
const inBoth = ({ ar, fr }: InBoth) => `${ar} / ${fr}`

/** The platform signs the credential; whose paper it is, its name says, as the paper does. */
function issuerOf(institution: Party | null, platform: InBoth) {
  if (!institution) return { name: inBoth(platform) }
  const { name, logo } = institution
  const image = logo && { id: `${env().publicUrl}/api/logos/${logo.hash}`, type: 'Image' }
  return { name: inBoth(name), ...(image && { image }) }
}

function evidence(say: (locale: 'ar' | 'fr') => string) {
  return { type: ['Evidence'], narrative: inBoth({ ar: say('ar'), fr: say('fr') }) }
}

/** Who signed for an institution, as the paper says it. */
function signature({ name, signatory }: Party) {
  if (!signatory) return []
  const by = (locale: 'ar' | 'fr') => ({ name: signatory.name[locale], title: signatory.title[locale] })
  return [
    evidence((locale) => {
      const t = translator(locale)
      return `${name[locale]}${locale === 'ar' ? '، ' : ', '}${t('certificate.signatoryOf', by(locale))}`
    }),
  ]
}

/** The name as plain text. `evidence` says how it was established. */
function plainName(name: string) {
  return { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }
}
