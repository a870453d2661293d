import 'server-only'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { haveSameNames } from '@/domain/certificate/match-name'
import { AppError } from '@/domain/errors'
import type { Localized } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDuration } from '@/i18n/duration'
import { formatDate, type Translator, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Permit } from '../auth/permit'
import { type CertificateRow, findCertificatesOf } from '../db/certificate/certificates'
import { sql } from '../db/client'
import { env } from '../env'
import { printable } from '../file/printable'
import { typesetPdf } from '../typst'
import { certificateFacts } from './certificate-facts'

type InBoth = { ar: string; fr: string }

/**
 * All that a person has completed, as a PDF/UA-1 file in Arabic and French: her certificates in force, the oldest
 * first, with their hours. It shows the names of the newest one. Certificates in other names are only counted, since
 * they were not issued to the names on this paper. @throws {AppError} not-found if she has none
 */
export async function transcriptPdf({ target }: Permit<'account:read'>, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const valid = (await findCertificatesOf(sql(), target.accountId)).filter((row) => certificateStatus(row) === 'valid')
  const [newest] = valid
  if (!newest) throw new AppError('not-found', 'certificate in force')
  const holder = namesOn(newest)
  const rows = valid.filter((row) => row === newest || haveSameNames(namesOn(row), holder))
  const facts = await Promise.all(rows.map(certificateFacts))
  const others = valid.length - rows.length
  const heading = inBoth((t) => t('certificate.transcript.title'))
  const data = {
    title: `${heading.ar} / ${heading.fr}`,
    author: printable(translator('fr')('site.name')),
    day: now.toISOString().slice(0, 10).split('-').map(Number),
    heading,
    nameArabic: printable(holder.nameArabic),
    nameLatin: printable(holder.nameLatin),
    made: inBoth((t, locale) => t('certificate.transcript.made', { date: formatDate(now, locale) })),
    heads: HEADS.map((head) => inBoth((t) => t(`certificate.${head}`))),
    rows: facts.toReversed().map(rowOf),
    total: inBoth((t, locale) => totalText(facts, t, locale)),
    others: others > 0 ? inBoth((t) => t('certificate.transcript.others', { count: others })) : null,
    verify: inBoth((t) => t('certificate.transcript.verify')),
    address: `${env().publicUrl.replace(/^https?:\/\//, '')}/ar/verify`,
  }
  return typesetPdf({ template: 'certificate/transcript.typ', inputs: { data: JSON.stringify(data) } })
}

function namesOn({ nameArabic, nameLatin }: CertificateRow): Names {
  return { nameArabic: nameArabic ?? '', nameLatin: nameLatin ?? '' }
}

/** Hours of courses are indicative, hours of seminars were attended: they are added up separately. */
function totalText(facts: readonly CertificateFacts[], t: Translator, locale: 'ar' | 'fr'): string {
  const sum = (some: readonly CertificateFacts[]) =>
    formatDuration(
      some.reduce((minutes, one) => minutes + one.minutes, 0),
      locale,
    )
  const [seminars, courses] = [facts.filter((one) => one.presence), facts.filter((one) => !one.presence)]
  const count = facts.length
  if (seminars.length === 0) return t('certificate.transcript.total', { hours: sum(courses), count })
  return t('certificate.transcript.totals', { count, courses: sum(courses), seminars: sum(seminars) })
}

const HEADS = ['course', 'kind', 'hours', 'issuedOn', 'number'] as const

function rowOf({ course, title, issuer, minutes, issuedAt, number }: CertificateFacts) {
  const named = (name: Localized) => inBoth((_, locale) => name[locale])
  return {
    course: named(course),
    kind: named(title),
    issuer: named(issuer),
    hours: inBoth((_, locale) => formatDuration(minutes, locale)),
    date: inBoth((_, locale) => formatDate(issuedAt, locale)),
    number: formatCertificateNumber(number),
  }
}

function inBoth(say: (t: Translator, locale: 'ar' | 'fr') => string): InBoth {
  const line = (locale: 'ar' | 'fr') => printable(typeset(say(translator(locale), locale), locale))
  return { ar: line('ar'), fr: line('fr') }
}
