import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import { formatHalfDays } from '@/i18n/half-days'
import { formatDate, formatPercent, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { PartyLogo } from '../ui/party-logo'
import { Ref } from '../ui/ref'
import { Cosigners, SignatoryName } from './signed-by'

type Props = {
  facts: CertificateFacts
  /** What the reader may know about the holder. */
  holder: React.ReactNode
  locale: Locale
  t: Translator
}

/** The facts that a certificate states, each with its label. */
export function FactsList({ facts, holder, locale, t }: Props) {
  const rows: readonly [string, React.ReactNode][] = [
    [t('certificate.holder'), holder],
    ...kindRow(facts, locale, t),
    [t(facts.presence ? 'certificate.seminar' : 'certificate.course'), typeset(facts.course[locale], locale)],
    ...presenceRows(facts, locale, t),
    [t('certificate.number'), <Ref key="number">{formatCertificateNumber(facts.number)}</Ref>],
    [t('certificate.issuedOn'), formatDate(facts.issuedAt, locale)],
    [t(facts.presence ? 'certificate.present' : 'certificate.hours'), formatDuration(facts.minutes, locale)],
    ...contentRows(facts, locale, t),
    [t('certificate.issuer'), <Issuer key="issuer" facts={facts} locale={locale} />],
    ...signers(facts, locale, t),
  ]
  return (
    <dl className="stated">
      {rows.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Where and when the holder was present. */
function presenceRows({ presence }: CertificateFacts, locale: Locale, t: Translator): [string, React.ReactNode][] {
  if (!presence) return []
  const place: [string, React.ReactNode][] = presence.place
    ? [[t('certificate.place'), <bdi key="place">{typeset(presence.place[locale], locale)}</bdi>]]
    : []
  return [...place, [t('certificate.halfDays'), formatHalfDays(presence.halfDays, locale)]]
}

/** The release of the course, and the law that it taught. */
function contentRows(
  { content, exam, work, updates, review }: CertificateFacts,
  locale: Locale,
  t: Translator,
): [string, React.ReactNode][] {
  if (!content) return []
  const release = { number: content.release, date: formatDate(content.releasedAt, locale) }
  return [
    [t('certificate.lawDate'), formatDate(content.lawDate, locale)],
    ...updateRow(updates, locale, t),
    [t('certificate.release'), t('certificate.releaseOf', release)],
    ...(work ? [[t('certificate.work'), t('certificate.workDone', work)] as [string, React.ReactNode]] : []),
    ...examRows(exam, locale, t),
    ...reviewRow(review, locale, t),
  ]
}

/** What jurists had signed on the day of issue, and the newest release if they have signed that since. */
function reviewRow(review: CertificateFacts['review'], locale: Locale, t: Translator): [string, React.ReactNode][] {
  if (!review) return []
  const { on, since } = review
  const atIssue = on
    ? t('certificate.review.reviewed', { date: formatDate(new Date(on), locale) })
    : t('certificate.review.awaiting')
  const now = since && { number: since.release, date: formatDate(new Date(since.on), locale) }
  const line = now ? `${atIssue} ${t('certificate.review.since', now)}` : atIssue
  return [[t('certificate.review.label'), line]]
}

/** All updates to a later law, with their dates. */
function updateRow(updates: CertificateFacts['updates'], locale: Locale, t: Translator): [string, React.ReactNode][] {
  if (updates.length === 0) return []
  const lines = updates.map(({ id, lawDate, updatedAt }) => {
    const says = { law: formatDate(new Date(lawDate), locale), date: formatDate(updatedAt, locale) }
    return <li key={id}>{t('certificate.updatedTo', says)}</li>
  })
  return [
    [
      t('certificate.updated'),
      <ul key="updates" className="plain">
        {lines}
      </ul>,
    ],
  ]
}

/** The language of the exam, if known, and its pass mark. */
function examRows(exam: CertificateFacts['exam'], locale: Locale, t: Translator): [string, React.ReactNode][] {
  if (!exam) return []
  const { language, passRate, score } = exam
  return [
    ...(language
      ? [[t('certificate.examLanguage'), t(`certificate.languageNames.${language}`)] as [string, string]]
      : []),
    ...(score === undefined
      ? []
      : [[t('certificate.score'), formatPercent(score, locale)] as [string, React.ReactNode]]),
    [t('certificate.passMark'), formatPercent(passRate, locale)],
  ]
}

/** Certificates issued before there were several kinds have no kind. */
function kindRow({ kind, title }: CertificateFacts, locale: Locale, t: Translator): [string, React.ReactNode][] {
  return kind ? [[t('certificate.kind'), typeset(title[locale], locale)]] : []
}

function Issuer({ facts, locale }: Pick<Props, 'facts' | 'locale'>) {
  return (
    <span className="party">
      <PartyLogo logo={facts.institution?.logo ?? null} />
      <bdi>{typeset(facts.issuer[locale], locale)}</bdi>
    </span>
  )
}

/** Who signed, if anybody was named. */
function signers({ institution, cosigners }: CertificateFacts, locale: Locale, t: Translator) {
  const rows: [string, React.ReactNode][] = []
  if (institution?.signatory) {
    const by = <SignatoryName key="signatory" signatory={institution.signatory} locale={locale} t={t} />
    rows.push([t('certificate.signatory'), by])
  }
  if (cosigners.length > 0) {
    rows.push([t('certificate.cosigners'), <Cosigners key="all" cosigners={cosigners} locale={locale} t={t} />])
  }
  return rows
}
