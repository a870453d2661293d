import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CardTable } from '../ui/card-table'
import { NameIn } from '../ui/name-in'
import { Ref } from '../ui/ref'

const TONES = { valid: 'ok', superseded: '', revoked: 'bad' } as const

export type HeldCertificate = Names & { facts: CertificateFacts; pending: boolean }
type Props = { certificates: readonly HeldCertificate[]; path: string; locale: Locale; t: Translator }

/** The number of each certificate links to its page. On a phone each row is a card. */
export function CertificateTable({ certificates, path, locale, t }: Props) {
  const headings = {
    person: t('proposals.person'),
    number: t('certificate.number'),
    course: t('certificate.course'),
    day: t('certificate.issuedOn'),
    state: t('proposals.state'),
  }
  return (
    <CardTable caption={t('proposals.title')} headings={Object.values(headings)}>
      {certificates.map(({ facts, pending, ...names }) => (
        <tr key={facts.number}>
          <th scope="row">
            <NameIn names={names} otherwise={t('proposals.gone')} locale={locale} />
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
  )
}
