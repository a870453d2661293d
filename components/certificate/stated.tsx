import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { WholeStatement } from './whole-statement'

type Props = {
  certificate: Names & { facts: CertificateFacts; reason: string | null }
  locale: Locale
  t: Translator
}

/** A certificate as its institution reads it, with a link to the public page. */
export function Stated({ certificate, locale, t }: Props) {
  return (
    <section className="card stack certificate" aria-label={t('proposals.stated')}>
      <WholeStatement certificate={certificate} locale={locale} t={t} />
      <p>
        <a href={href(locale, `/verify/${certificate.facts.number}`)}>{t('proposals.verify')}</a>
      </p>
    </section>
  )
}
