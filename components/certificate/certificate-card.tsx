import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CertificatePicture } from '../ui/certificate-picture'
import { DocumentLinks } from './document-links'
import { LawOfferNotice, type OfferedUpdate } from './law-offer-notice'
import { WholeStatement } from './whole-statement'

type Props = {
  certificate: { facts: CertificateFacts; nameArabic: string; nameLatin: string; reason: string | null; link: string }
  /** The offered update to the present law; null if none is offered. */
  offer: OfferedUpdate | null
  locale: Locale
  t: Translator
}

/** One of the holder's certificates, with all that she can do with it. */
export function CertificateCard({ certificate, offer, locale, t }: Props) {
  const { facts, nameArabic, nameLatin, link } = certificate
  const title = `title-${facts.number}`
  return (
    <article className="card certificate with-paper" aria-labelledby={title}>
      <div className="stack">
        <h2 id={title}>{typeset(facts.title[locale], locale)}</h2>
        <WholeStatement certificate={certificate} locale={locale} t={t} />
        {offer && <LawOfferNotice offer={offer} locale={locale} t={t} />}
        {facts.status === 'valid' && <DocumentLinks facts={facts} t={t} />}
        <div className="stack-s">
          <h3>{t('certificate.shareLink')}</h3>
          <p className="sm muted">{t('certificate.shareHint')}</p>
          <p className="share">
            <a href={link} dir="ltr">
              {link}
            </a>
          </p>
          <p>
            <button type="button" className="btn" hidden data-copy={link} data-copied={t('certificate.linkCopied')}>
              {t('certificate.copyLink')}
            </button>
          </p>
        </div>
      </div>
      {facts.status === 'valid' && (
        // The text beside the picture states the same.
        <div aria-hidden="true">
          <CertificatePicture facts={facts} nameArabic={nameArabic} nameLatin={nameLatin} />
        </div>
      )}
    </article>
  )
}
