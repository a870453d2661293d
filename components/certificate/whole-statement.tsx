import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { FactsList } from './facts-list'
import { FullName } from './full-name'
import { IdentityLine } from './identity-line'
import { StatusNote } from './status-note'

type Props = {
  certificate: { facts: CertificateFacts; nameArabic: string; nameLatin: string; reason: string | null }
  locale: Locale
  t: Translator
}

/** All facts of a certificate, its status and the reason for it. For the holder, and for staff who may withdraw it. */
export function WholeStatement({ certificate, locale, t }: Props) {
  const { facts, nameArabic, nameLatin, reason } = certificate
  return (
    <>
      <StatusNote facts={facts} locale={locale} t={t} />
      {reason && (
        <p className="sm">
          <span className="muted">{t('certificate.reason')}</span> <bdi>{reason}</bdi>
        </p>
      )}
      <FactsList
        facts={facts}
        holder={
          <FullName nameArabic={nameArabic} nameLatin={nameLatin}>
            <IdentityLine facts={facts} locale={locale} t={t} />
          </FullName>
        }
        locale={locale}
        t={t}
      />
    </>
  )
}
