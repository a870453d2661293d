import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { PartyLogo } from './party-logo'

type Props = {
  facts: Pick<CertificateFacts, 'number' | 'title' | 'course' | 'issuer'> &
    Partial<Pick<CertificateFacts, 'institution'>>
  nameArabic: string
  nameLatin: string
}

/** A picture of the certificate in the proportions and colours of the paper. Its content is also on the paper. */
export function CertificatePicture({ facts, nameArabic, nameLatin }: Props) {
  return (
    <div className="paper">
      <PartyLogo logo={facts.institution?.logo ?? null} />
      <Line lang="ar">{facts.issuer.ar}</Line>
      <Line lang="fr">{facts.issuer.fr}</Line>
      <Line lang="ar" look="paper-title">
        {facts.title.ar}
      </Line>
      <Line lang="fr">{facts.title.fr}</Line>
      <hr />
      <Line lang="ar" look="paper-name">
        {nameArabic}
      </Line>
      <Line lang="fr">{nameLatin}</Line>
      <Line lang="ar">{facts.course.ar}</Line>
      <Line lang="fr">{facts.course.fr}</Line>
      <p className="paper-number" dir="ltr">
        {formatCertificateNumber(facts.number)}
      </p>
    </div>
  )
}

function Line({ lang, look, children }: { lang: 'ar' | 'fr'; look?: string; children: string }) {
  return (
    <p lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'} className={look}>
      {children}
    </p>
  )
}
