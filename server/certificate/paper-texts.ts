import 'server-only'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { LawUpdate } from '@/domain/certificate/law-update'
import type { ExamStated, PaperKind, Party, ReviewStated, WorkStated } from '@/domain/certificate/paper'
import type { Course } from '@/domain/course/course'
import { certificateOf } from '@/domain/course/graded'
import { formatDuration } from '@/i18n/duration'
import { formatHalfDays } from '@/i18n/half-days'
import { formatDate, formatPercent, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { env } from '../env'
import { printable } from '../file/printable'
import { confirmerOf, requirePresence, updatesOf } from './certificate-facts'
import type { OpenCertificate } from './open-certificate'

/** What is printed of a certificate. */
export type Printed = Pick<
  OpenCertificate,
  | 'nameArabic'
  | 'nameLatin'
  | 'number'
  | 'issuedAt'
  | 'releaseId'
  | 'revokedAt'
  | 'supersededBy'
  | 'confirmerArabic'
  | 'confirmerLatin'
  | 'paper'
  | 'updates'
>

export type PaperNotice = Readonly<Record<'ar' | 'fr', string>>

export function paperTexts(printed: Printed, course: Course | null, locale: 'ar' | 'fr', said?: PaperNotice) {
  const t = translator(locale)
  return {
    ...(course ? courseTexts(printed, course, locale) : presenceTexts(printed, locale)),
    notice: said ? said[locale] : notice(printed, locale),
    given: t('certificate.paper.given'),
    dateLabel: t('certificate.issuedOn'),
    date: formatDate(printed.issuedAt, locale),
    numberLabel: t('certificate.number'),
    verify: t('certificate.paper.verify'),
    identity: identityText(printed, locale),
    updated: lastUpdateText(printed, locale),
  }
}

function courseTexts(printed: Printed, { file }: Course, locale: 'ar' | 'fr') {
  const t = translator(locale)
  const { title, issuer, hours } = certificateOf(file)
  const { paper } = printed
  return {
    issuer: (paper?.institution?.name ?? issuer)[locale],
    title: (paper?.title ?? title)[locale],
    for: reasonText(paper?.kind ?? 'certificate', file.title[locale], locale),
    where: statedTexts(paper, locale).join(' · '),
    hoursLabel: t('certificate.hours'),
    hours: formatDuration(hours * 60, locale),
    lawLabel: t('certificate.lawDate'),
    law: formatDate(new Date(file.lawDate), locale),
    releaseLabel: t('certificate.release'),
    ...platformSigner(printed, file, locale),
  }
}

/** The same fields for a seminar. The number of half-days is shown in the place of the release. */
function presenceTexts({ paper }: Printed, locale: 'ar' | 'fr') {
  const t = translator(locale)
  const { presence, institution, title, kind } = requirePresence(paper)
  const { seminar, place, halfDays, minutes } = presence
  return {
    issuer: institution?.name[locale] ?? '',
    title: title[locale],
    for: reasonText(kind, seminar[locale], locale),
    where: [...(place ? [place[locale]] : []), formatHalfDays(halfDays, locale)].join(locale === 'ar' ? '، ' : ', '),
    hoursLabel: t('certificate.present'),
    hours: formatDuration(minutes, locale),
    lawLabel: '',
    law: '',
    releaseLabel: t('certificate.halfDays'),
    role: '',
    signer: '',
  }
}

/** What a paper states of the work, the exam and the review of its course. */
export function statedTexts(paper: Printed['paper'], locale: 'ar' | 'fr'): string[] {
  const { work, exam, review } = paper ?? {}
  return [
    ...(work ? [workText(work, locale)] : []),
    ...(exam ? [markText(exam, locale)] : []),
    ...(review ? [reviewText(review, locale)] : []),
  ]
}

function workText(work: WorkStated, locale: 'ar' | 'fr'): string {
  return translator(locale)('certificate.workDone', work)
}

/** The same with the mark, if the paper states it. */
function markText(exam: ExamStated, locale: 'ar' | 'fr'): string {
  const { language, passRate, score } = exam
  if (language === null || score === undefined) return examText(exam, locale)
  const t = translator(locale)
  const [mark, rate] = [formatPercent(score, locale), formatPercent(passRate, locale)]
  return t('certificate.paper.markIn', { language: t(`certificate.languages.${language}`), score: mark, rate })
}

/** A sentence with the language of the exam, if it is known, and the pass mark. */
export function examText({ language, passRate }: ExamStated, locale: 'ar' | 'fr'): string {
  const t = translator(locale)
  const rate = formatPercent(passRate, locale)
  if (language === null) return t('certificate.paper.passMark', { rate })
  return t('certificate.paper.examIn', { language: t(`certificate.languages.${language}`), rate })
}

/** Whether jurists had signed the texts of the course on the day of issue. */
export function reviewText({ on }: ReviewStated, locale: 'ar' | 'fr'): string {
  const t = translator(locale)
  return on === null
    ? t('certificate.paper.unreviewed')
    : t('certificate.paper.reviewed', { date: formatDate(new Date(on), locale) })
}

/** A sentence about a law update: the day of the law, and when the update was made. */
export function updateText({ lawDate, updatedAt }: Omit<LawUpdate, 'id' | 'release'>, locale: 'ar' | 'fr'): string {
  const says = { law: formatDate(new Date(lawDate), locale), date: formatDate(updatedAt, locale) }
  return translator(locale)('certificate.paper.updated', says)
}

function lastUpdateText(printed: Printed, locale: 'ar' | 'fr'): string {
  const last = updatesOf(printed).at(-1)
  return last ? updateText(last, locale) : ''
}

/** The sentence that says for what a paper is given, by its kind. */
export function reasonText(kind: PaperKind, course: string, locale: 'ar' | 'fr'): string {
  return typeset(translator(locale)(`certificate.paper.for.${kind}`, { course }), locale)
}

/**
 * Who signs for the platform. Papers of institutions are signed by their own signatories; a certificate from before
 * papers were stored keeps its line, also without a name.
 */
function platformSigner({ paper }: Printed, file: Course['file'], locale: 'ar' | 'fr') {
  const { role, name } = certificateOf(file).signature
  const signs = paper === null || (paper.institution === null && name !== undefined)
  return signs ? { role: role[locale], signer: name?.[locale] ?? '' } : { role: '', signer: '' }
}

/** The facts that are printed once, or read aloud in the main language of the document. */
export function paperFacts(printed: Printed, release: { number: number; course: Course } | null) {
  const t = translator('ar')
  const title = titleOn(printed, release?.course ?? null)
  const [year = '', month = '', day = ''] = printed.issuedAt.toISOString().split(/[-T]/)
  return {
    documentTitle: `${title.ar} / ${title.fr}`,
    nameArabic: printed.nameArabic,
    nameLatin: printed.nameLatin,
    number: formatCertificateNumber(printed.number),
    noticeNumber: printed.supersededBy ? formatCertificateNumber(printed.supersededBy) : '',
    release: String(release?.number ?? printed.paper?.presence?.halfDays.length),
    verifyAddress: `${env().publicUrl.replace(/^https?:\/\//, '')}/ar/verify`,
    markAlt: t('certificate.paper.mark'),
    qrAlt: t('certificate.paper.qr'),
    year,
    month,
    day,
  }
}

function titleOn({ paper }: Printed, course: Course | null) {
  return paper?.title ?? (course ? certificateOf(course.file).title : requirePresence(paper).title)
}

type PartyText = {
  nameAr: string
  nameFr: string
  addressAr: string
  addressFr: string
  signerAr: string
  signerFr: string
  titleAr: string
  titleFr: string
  /** The name of the file with its logo; empty without one. */
  logo: string
  logoAlt: string
}

/** The institution that issues the paper and then those that sign with it; none if the platform issues it. */
export function partyTexts({ paper }: Printed, fileOf: (logoHash: string) => string): PartyText[] {
  return [paper?.institution ?? [], paper?.cosigners ?? []].flat().map((party) => partyText(party, fileOf))
}

function partyText({ name, address, logo, signatory }: Party, fileOf: (logoHash: string) => string): PartyText {
  return {
    nameAr: printable(name.ar),
    nameFr: printable(name.fr),
    addressAr: printable(address?.ar ?? ''),
    addressFr: printable(address?.fr ?? ''),
    signerAr: printable(signatory?.name.ar ?? ''),
    signerFr: printable(signatory?.name.fr ?? ''),
    titleAr: printable(signatory?.title.ar ?? ''),
    titleFr: printable(signatory?.title.fr ?? ''),
    logo: logo ? fileOf(logo.hash) : '',
    logoAlt: printable(translator('ar')('certificate.paper.logo', { name: name.ar })),
  }
}

/** How the names were established, in words that stay with the certificate. */
export function identityText(
  printed: Pick<Printed, 'confirmerArabic' | 'confirmerLatin'>,
  locale: 'ar' | 'fr',
): string {
  const t = translator(locale)
  const confirmer = confirmerOf(printed)
  return confirmer ? t('certificate.confirmed', { institution: confirmer[locale] }) : t('certificate.declared')
}

function notice(printed: Printed, locale: 'ar' | 'fr'): string {
  const t = translator(locale)
  const status = certificateStatus(printed)
  if (status === 'superseded') return t('certificate.paper.superseded')
  if (status === 'valid' || !printed.revokedAt) return ''
  return t('certificate.paper.revoked', { date: formatDate(printed.revokedAt, locale) })
}
