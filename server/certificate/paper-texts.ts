import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Course } from '@/domain/course/course'
import { certificateOf } from '@/domain/course/graded'
import { formatDuration } from '@/i18n/duration'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { env } from '../env'
import { confirmerOf } from './certificate-facts'
import type { OpenCertificate } from './open-certificate'

export function paperTexts(certificate: OpenCertificate, { file }: Course, locale: 'ar' | 'fr') {
  const t = translator(locale)
  const { title, issuer, signature, hours } = certificateOf(file)
  return {
    issuer: issuer[locale],
    title: title[locale],
    notice: notice(certificate, locale),
    given: t('certificate.paper.given'),
    for: typeset(t('certificate.paper.for', { course: file.title[locale] }), locale),
    hoursLabel: t('certificate.hours'),
    hours: formatDuration(hours * 60, locale),
    lawLabel: t('certificate.lawDate'),
    law: formatDate(new Date(file.lawDate), locale),
    releaseLabel: t('certificate.release'),
    dateLabel: t('certificate.issuedOn'),
    date: formatDate(certificate.issuedAt, locale),
    numberLabel: t('certificate.number'),
    verify: t('certificate.paper.verify'),
    role: signature.role[locale],
    signer: signature.name?.[locale] ?? '',
    identity: identityText(certificate, locale),
  }
}

/** The facts that are printed once, or read aloud in the main language of the document. */
export function paperFacts(certificate: OpenCertificate, release: { number: number; course: Course }) {
  const t = translator('ar')
  const { title } = certificateOf(release.course.file)
  const [year = '', month = '', day = ''] = certificate.issuedAt.toISOString().split(/[-T]/)
  return {
    documentTitle: `${title.ar} / ${title.fr}`,
    nameArabic: certificate.nameArabic,
    nameLatin: certificate.nameLatin,
    number: formatCertificateNumber(certificate.number),
    noticeNumber: certificate.supersededBy ? formatCertificateNumber(certificate.supersededBy) : '',
    release: String(release.number),
    verifyAddress: `${env().publicUrl.replace(/^https?:\/\//, '')}/ar/verify`,
    markAlt: t('certificate.paper.mark'),
    qrAlt: t('certificate.paper.qr'),
    year,
    month,
    day,
  }
}

/** How the names were established, in words that stay with the certificate. */
export function identityText(certificate: OpenCertificate, locale: 'ar' | 'fr'): string {
  const t = translator(locale)
  const confirmer = confirmerOf(certificate)
  return confirmer ? t('certificate.confirmed', { institution: confirmer[locale] }) : t('certificate.declared')
}

function notice(certificate: OpenCertificate, locale: 'ar' | 'fr'): string {
  const t = translator(locale)
  const status = certificateStatus(certificate)
  if (status === 'superseded') return t('certificate.paper.superseded')
  if (status === 'valid' || !certificate.revokedAt) return ''
  return t('certificate.paper.revoked', { date: formatDate(certificate.revokedAt, locale) })
}
