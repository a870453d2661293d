import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

type Props = { facts: Pick<CertificateFacts, 'confirmer'>; locale: Locale; t: Translator }

/** How certain the names are: confirmed by an institution, or declared by the holder. */
export function IdentityLine({ facts: { confirmer }, locale, t }: Props) {
  if (!confirmer) return <span className="xs muted">{t('certificate.declared')}</span>
  const language = locale === 'ar' ? 'ar' : 'fr'
  const institution = () => (
    <bdi key="institution" lang={language}>
      {typeset(confirmer[language], locale)}
    </bdi>
  )
  return <span className="xs muted">{t.rich('certificate.confirmedBy', { institution })}</span>
}
