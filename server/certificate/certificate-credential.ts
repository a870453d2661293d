import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { PAPER_RULES, type Party } from '@/domain/certificate/paper'
import { certificateOf } from '@/domain/course/graded'
import { formatDuration } from '@/i18n/duration'
import { formatHalfDays } from '@/i18n/half-days'
import { formatDate, translator } from '@/i18n/translator'
import { loadRelease } from '../content/releases'
import { env } from '../env'
import { requirePresence, updatesOf } from './certificate-facts'
import { issuer } from './issuer'
import type { Opened } from './open-certificate'
import { examText, identityText, reviewText, updateText } from './paper-texts'
import { signCredential } from './sign-credential'
import { seconds, statusEntry } from './status-list'

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

/**
 * The certificate as a signed Open Badges 3.0 credential. After a law update it is another credential, with its own id
 * and valid from the day of the update. The first credential stays as it was, and both are withdrawn together.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0
 */
export async function certificateCredential({ certificate }: Opened, now: Date): Promise<object> {
  const { did } = await issuer()
  const { publicUrl } = env()
  const { paper } = certificate
  const about = await achievementOf(certificate)
  const updates = updatesOf(certificate)
  const last = updates.at(-1)

  const credential = {
    '@context': [...CONTEXTS],
    id: `urn:uuid:${last?.id ?? certificate.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: did, type: ['Profile'], url: publicUrl, ...issuerOf(paper?.institution ?? null, about.issuer) },
    validFrom: seconds(last?.updatedAt ?? certificate.issuedAt),
    ...(last && { awardedDate: seconds(certificate.issuedAt) }),
    name: inBoth(paper?.title ?? about.title),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [certificate.nameArabic, certificate.nameLatin].map(plainName),
      licenseNumber: formatCertificateNumber(certificate.number),
      achievement: {
        type: ['Achievement'],
        achievementType: PAPER_RULES[paper?.kind ?? 'certificate'].achievementType,
        ...about.achievement,
      },
    },
    evidence: [
      evidence((locale) => identityText(certificate, locale)),
      ...updates.map((update) => evidence((locale) => updateText(update, locale))),
      ...[paper?.institution ?? [], paper?.cosigners ?? []].flat().flatMap(signature),
    ],
    credentialStatus: statusEntry(certificate.statusIndex),
  }
  return signCredential(credential, now)
}

type InBoth = { ar: string; fr: string }
type About = {
  issuer: InBoth
  title: InBoth
  achievement: { id: string; name: string; description: string; version?: string; criteria: { narrative: string } }
}

/** What was achieved: a course in a release, or the half-days of a seminar. */
async function achievementOf({ releaseId, courseId, seminarId, paper }: Opened['certificate']): Promise<About> {
  const { publicUrl } = env()
  if (releaseId === null) {
    const { presence, institution, title } = requirePresence(paper)
    const said = (locale: 'ar' | 'fr') =>
      translator(locale)('certificate.paper.attendanceCriteria', {
        halfDays: formatHalfDays(presence.halfDays, locale),
        hours: formatDuration(presence.minutes, locale),
      })
    const narrative = inBoth({ ar: said('ar'), fr: said('fr') })
    const only = (locale: 'ar' | 'fr') => translator(locale)('certificate.attendanceOnly')
    const description = inBoth({ ar: only('ar'), fr: only('fr') })
    const id = `${publicUrl}/ar/seminars/${seminarId}`
    const achievement = { id, name: inBoth(presence.seminar), description, criteria: { narrative } }
    return { issuer: institution?.name ?? title, title, achievement }
  }
  const { course, number } = await loadRelease(releaseId)
  const { title: name, summary, lawDate } = course.file
  const { title, issuer, hours } = certificateOf(course.file)
  const criteria = (locale: 'ar' | 'fr') => {
    const asked = translator(locale)('certificate.paper.lawCriteria', {
      date: formatDate(new Date(lawDate), locale),
      hours: formatDuration(hours * 60, locale),
    })
    const stated = [paper?.exam && examText(paper.exam, locale), paper?.review && reviewText(paper.review, locale)]
    return [asked, ...stated.flatMap((sentence) => (sentence ? [`${sentence}.`] : []))].join(' ')
  }
  return {
    issuer,
    title,
    achievement: {
      id: `${publicUrl}/ar/courses/${courseId}#${number}`,
      name: inBoth(name),
      description: inBoth(summary),
      version: String(number),
      criteria: { narrative: inBoth({ ar: criteria('ar'), fr: criteria('fr') }) },
    },
  }
}

const inBoth = ({ ar, fr }: InBoth) => `${ar} / ${fr}`

/** The platform signs the credential, but if an institution issued the paper, the issuer has its name and logo. */
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
