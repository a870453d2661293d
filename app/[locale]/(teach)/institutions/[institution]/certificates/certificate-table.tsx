import { CardTable } from '@/components/ui/card-table'
import { NameIn } from '@/components/ui/name-in'
import { Ref } from '@/components/ui/ref'
import { Scrolling } from '@/components/ui/scrolling'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Held } from '@/server/certificate/held'

const TONES = { valid: 'ok', superseded: '', revoked: 'bad' } as const

type Props = { certificates: Held['certificates']; path: string; locale: Locale; t: Translator }

/** A number leads to all that can be done about the certificate. On a phone each row is a card. */
export function CertificateTable({ certificates, path, locale, t }: Props) {
  const headings = {
    person: t('proposals.person'),
    number: t('certificate.number'),
    course: t('certificate.course'),
    day: t('certificate.issuedOn'),
    state: t('proposals.state'),
  }
  return (
    <Scrolling>
      <CardTable caption={t('proposals.title')} headings={Object.values(headings)}>
        {certificates.map(({ facts, pending, ...names }) => (
          <tr key={facts.number}>
            <th scope="row">
              <NameIn names={names} locale={locale} />
            </th>
            <td data-label={headings.number}>
              <a href={`${path}/${facts.number}`}>
                <Ref>{formatCertificateNumber(facts.number)}</Ref>
              </a>
            </td>
            <td data-label={headings.course}>{typeset(facts.course[locale], locale)}</td>
            <td data-label={headings.day}>{formatDate(facts.issuedAt, locale)}</td>
            <td data-label={headings.state}>
              <span className="row">
                <span className={`chip ${TONES[facts.status]}`.trim()}>{t(`certificate.${facts.status}`)}</span>
                {pending && <span className="chip warn">{t('proposals.pending')}</span>}
              </span>
            </td>
          </tr>
        ))}
      </CardTable>
    </Scrolling>
  )
}
