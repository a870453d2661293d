import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { ReasonForm } from '../form/reason-form'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { isolateLtr } from '../ui/ref'
import { type Crumb, StaffPage } from '../ui/staff-page'
import type { ShownProposal } from './proposal'
import { proposalFacts } from './proposal-facts'
import { Stated } from './stated'

type Props = {
  /** The certificate's page, without its language. */
  path: string
  /** The breadcrumbs of the institution. */
  crumbs: readonly Crumb[]
  open: ShownProposal
  certificate: Names & { facts: CertificateFacts; reason: string | null }
  /** The state of the refusal form, if it came back because its reason was missing. */
  state?: FormState | undefined
  locale: Locale
  t: Translator
}

/** The page of the second person: the proposal, its effect, the two answers, and the certificate. */
export function DecisionPage({ path, crumbs, open, certificate, state, locale, t }: Props) {
  const number = isolateLtr(formatCertificateNumber(certificate.facts.number))
  const action = href(locale, `${path}/decide`)
  return (
    <StaffPage
      heading={t('proposals.decide.title')}
      crumbs={[...crumbs, { path, label: t('proposals.one', { number }) }]}
      locale={locale}
      t={t}
    >
      <section className="card stack" aria-labelledby="proposal">
        <h2 id="proposal">{t('proposals.open')}</h2>
        <Facts facts={proposalFacts(open, locale, t)} />
      </section>
      {/* What is no longer in force cannot be withdrawn: such a proposal can only be refused. */}
      {certificate.facts.status === 'valid' ? (
        <Accept open={open} action={action} t={t} />
      ) : (
        <p className="note warn">{t('errors.not-in-force')}</p>
      )}
      <section className="card stack" aria-labelledby="refuse-title">
        <h2 id="refuse-title">{t('proposals.decide.refuse.title')}</h2>
        <p className="prose">{t('proposals.decide.refuse.lead')}</p>
        <ReasonForm
          action={action}
          hint={t('fields.reasonHint')}
          submit={t('proposals.decide.refuse.button')}
          hidden={{ answer: 'refuse', proposal: open.id }}
          state={state}
          t={t}
        />
      </section>
      <Stated certificate={certificate} locale={locale} t={t} />
    </StaffPage>
  )
}

function Accept({ open: { id, act }, action, t }: Pick<Props, 'open' | 't'> & { action: string }) {
  return (
    <section className="card stack" aria-labelledby="accept-title">
      <h2 id="accept-title">{t('proposals.decide.accept.title')}</h2>
      <p className="prose">{t(`proposals.decide.accept.${act}`)}</p>
      <SectionForm
        id="accept"
        action={action}
        fields={[
          { kind: 'hidden', name: 'answer', value: 'accept' },
          { kind: 'hidden', name: 'proposal', value: id },
        ]}
        submit={t(`proposals.decide.accept.${act}Button`)}
        look={act === 'revoke' ? 'danger' : 'primary'}
        t={t}
      />
    </section>
  )
}
