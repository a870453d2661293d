import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Ref } from '../ui/ref'

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
    [t('certificate.course'), typeset(facts.course[locale], locale)],
    [t('certificate.number'), <Ref key="number">{formatCertificateNumber(facts.number)}</Ref>],
    [t('certificate.issuedOn'), formatDate(facts.issuedAt, locale)],
    [t('certificate.hours'), formatDuration(facts.hours * 60, locale)],
    [t('certificate.lawDate'), formatDate(facts.lawDate, locale)],
    [t('certificate.release'), String(facts.release)],
    [t('certificate.issuer'), typeset(facts.issuer[locale], locale)],
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
