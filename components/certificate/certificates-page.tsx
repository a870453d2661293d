import type { ComponentProps } from 'react'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { DownloadLink } from '../ui/download-link'
import { CertificateCard } from './certificate-card'
import type { OfferedUpdate } from './law-offer-notice'

type Props = {
  certificates: readonly ComponentProps<typeof CertificateCard>['certificate'][]
  /** The certificates that can be updated to a later law. */
  offers: readonly OfferedUpdate[]
  /** Whom to write to about a wrong name; null where nobody was named. */
  contact: string | null
  locale: Locale
  t: Translator
}

/** A learner's certificates, and how to have one corrected. */
export function CertificatesPage({ certificates, offers, contact, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <h1>{t('certificate.title')}</h1>
      {certificates.some(({ facts }) => facts.status === 'valid') && (
        <div className="stack-s">
          <p>
            <DownloadLink href={href(locale, '/certificates/transcript')}>
              {t('certificate.transcript.download')}
            </DownloadLink>
          </p>
          <p className="sm muted">{t('certificate.transcript.lead')}</p>
        </div>
      )}
      {certificates.length === 0 && <None locale={locale} t={t} />}
      {certificates.map((certificate) => (
        <CertificateCard
          key={certificate.facts.number}
          certificate={certificate}
          offer={offers.find(({ number }) => number === certificate.facts.number) ?? null}
          locale={locale}
          t={t}
        />
      ))}
      {certificates.length > 0 && (
        <section className="stack narrow" aria-labelledby="correction">
          <h2 id="correction">{t('certificate.correctionTitle')}</h2>
          <p>{t('certificate.correction', { contact: contact ?? t('certificate.contactUnset') })}</p>
        </section>
      )}
    </main>
  )
}

function None({ locale, t }: Pick<Props, 'locale' | 't'>) {
  return (
    <div className="card stack narrow">
      <p>{t('certificate.none')}</p>
      <p>{t('certificate.namesBefore')}</p>
      <p className="row">
        <a className="btn primary" href={href(locale, '/learning')}>
          {t('nav.learning')}
        </a>
        <a className="btn" href={`${href(locale, '/account')}#names`}>
          {t('certificate.correctNames')}
        </a>
      </p>
    </div>
  )
}
