import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { ProposedAct } from '@/domain/certificate/proposal'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { NameIn } from '../ui/name-in'
import { Ref } from '../ui/ref'

export type WaitingProposal = Names & { number: string; act: ProposedAct; proposedAt: Date }
type Props = { open: readonly WaitingProposal[]; path: string; locale: Locale; t: Translator }

/** The proposals that wait for a second person. Renders nothing if there are none. */
export function OpenProposals({ open, path, locale, t }: Props) {
  if (open.length === 0) return null
  return (
    <section className="stack" aria-labelledby="open">
      <h2 id="open">{t('proposals.openTitle')}</h2>
      <ul className="plain people-list card">
        {open.map(({ number, act, proposedAt, ...names }) => (
          <li key={number} className="audit-entry">
            <p className="row between">
              <strong>
                <NameIn names={names} otherwise={t('proposals.gone')} locale={locale} />
              </strong>
              <span className="sm muted">{formatDateTime(proposedAt, locale)}</span>
            </p>
            <p className="row">
              <span>{t(`proposals.act.${act}`)}</span>
              <a href={`${path}/${number}`}>
                <Ref>{formatCertificateNumber(number)}</Ref>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
