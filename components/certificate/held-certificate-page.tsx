import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Ref } from '../ui/ref'
import { type Crumb, type StaffDone, StaffPage } from '../ui/staff-page'
import { History } from './history'
import { type OnProposal, OpenProposal } from './open-proposal'
import type { ShownProposal } from './proposal'
import { ProposeForms } from './propose-forms'
import { Stated } from './stated'

type Props = {
  /** The address of this page, without its language. */
  path: string
  crumbs: readonly Crumb[]
  done?: StaffDone | null
  certificate: Names & { facts: CertificateFacts; reason: string | null }
  /** All proposals about it; at most one is open. */
  proposals: readonly ShownProposal[]
  reader: OnProposal
  /** The state of one of the two forms, which `form` names by its act. */
  state: FormState
  locale: Locale
  t: Translator
}

/** A certificate as its institution reads it, with the forms for a proposal and the earlier proposals. */
export function HeldCertificatePage(props: Props) {
  const { path, crumbs, done, certificate, proposals, locale, t } = props
  const number = formatCertificateNumber(certificate.facts.number)
  return (
    <StaffPage
      heading={t.rich('proposals.heading', { number: () => <Ref key="number">{number}</Ref> })}
      crumbs={crumbs}
      done={done}
      locale={locale}
      t={t}
    >
      <Stated certificate={certificate} locale={locale} t={t} />
      <Proposing {...props} path={href(locale, path)} />
      <History decided={proposals.filter(({ decision }) => decision !== null)} locale={locale} t={t} />
    </StaffPage>
  )
}

/** The open proposal; if there is none, the forms for a new one. */
function Proposing({ path, certificate, proposals, reader, state, locale, t }: Props) {
  const { facts, nameArabic, nameLatin } = certificate
  const open = proposals.find(({ decision }) => decision === null)
  if (open) return <OpenProposal open={open} reader={reader} path={path} locale={locale} t={t} />
  if (facts.status !== 'valid') return <p className="note">{t('proposals.ended')}</p>
  if (!reader.mayPropose) return <p className="note">{t('proposals.own')}</p>
  return <ProposeForms action={path} names={{ nameArabic, nameLatin }} state={state} t={t} />
}
