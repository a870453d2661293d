import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Ref } from '../ui/ref'

type Props = {
  facts: CertificateFacts
  /** The holder, as far as the reader may know. */
  holder: React.ReactNode
  locale: Locale
  t: Translator
}

/** What a certificate states, each fact with its name. */
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
