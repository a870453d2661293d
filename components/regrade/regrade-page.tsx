import type { RegradeDecision } from '@/domain/exam/regrade-decision'
import type { Locale, Localized } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { ReasonForm } from '../form/reason-form'
import { href } from '../shell/paths'
import { type Fact, Facts } from '../ui/facts'
import { NameIn } from '../ui/name-in'
import { Ref } from '../ui/ref'
import { type StaffDone, StaffPage } from '../ui/staff-page'
import { RegradeEffectFacts, type ShownEffect } from './regrade-effect'
import { REGRADES, stateOf } from './regrades-page'

type Proposal = {
  id: string
  questionId: string
  reason: string
  proposedAt: Date
  proposedBy: Names | null
  decidedAt: Date | null
  decidedBy: Names | null
  decision: RegradeDecision | null
  refusalReason: string | null
  endedAt: Date | null
}
type Props = {
  proposal: Proposal
  title: Localized
  /** Null if the question is gone. */
  stem: Localized | null
  effect: ShownEffect
  /** The acts on it that the reader may do. */
  may: { decide: boolean; takeBack: boolean }
  state: FormState
  done: StaffDone | null
  locale: Locale
  t: Translator
}

/** One proposal to grade exams again: what it would change, and the answers to it. */
export function RegradePage(props: Props) {
  const { proposal, effect, may, done, locale, t } = props
  const path = `${REGRADES}/${proposal.id}`
  const crumbs = [
    { path: '/desk/platform', label: t('desk.state.title') },
    { path: REGRADES, label: t('regrade.title') },
  ]
  return (
    <StaffPage heading={t('regrade.one')} crumbs={crumbs} done={done} locale={locale} t={t}>
      <section className="card stack" aria-labelledby="proposal">
        <h2 id="proposal">{t('regrade.proposal')}</h2>
        <Facts facts={factsOf(props)} />
      </section>
      <section className="card stack" aria-labelledby="effect">
        <h2 id="effect">{t('regrade.effect')}</h2>
        <RegradeEffectFacts report={effect} locale={locale} t={t} />
      </section>
      {proposal.decision === null && may.decide && <Decide {...props} action={href(locale, path)} />}
      {proposal.decision === null && may.takeBack && (
        <section className="card stack" aria-labelledby="take-back-title">
          <h2 id="take-back-title">{t('regrade.takeBack')}</h2>
          <p className="prose">{t('regrade.second')}</p>
          <SectionForm
            id="take-back"
            action={href(locale, `${path}/take-back`)}
            fields={[]}
            submit={t('regrade.takeBack')}
            t={t}
          />
        </section>
      )}
      {proposal.decision === null && !may.decide && !may.takeBack && <p className="note">{t('regrade.concerned')}</p>}
    </StaffPage>
  )
}

function factsOf({ proposal, title, stem, locale, t }: Props): Fact[] {
  const name = (person: Names | null) => (person ? <NameIn names={person} locale={locale} /> : t('audit.nobody'))
  const { decidedAt, refusalReason } = proposal
  return [
    { label: t('regrade.course'), value: typeset(title[locale], locale) },
    { label: t('regrade.question'), value: <Ref>{proposal.questionId}</Ref> },
    ...(stem ? [{ label: t('regrade.stem'), value: <bdi>{typeset(stem[locale], locale)}</bdi> }] : []),
    { label: t('fields.reason'), value: <bdi>{proposal.reason}</bdi> },
    { label: t('regrade.proposedBy'), value: name(proposal.proposedBy) },
    { label: t('regrade.proposedOn'), value: formatDateTime(proposal.proposedAt, locale) },
    { label: t('regrade.state'), value: t(`regrade.states.${stateOf(proposal)}`) },
    ...(decidedAt
      ? [
          { label: t('regrade.decidedBy'), value: name(proposal.decidedBy) },
          { label: t('regrade.decidedOn'), value: formatDateTime(decidedAt, locale) },
        ]
      : []),
    ...(refusalReason ? [{ label: t('regrade.refusedBecause'), value: <bdi>{refusalReason}</bdi> }] : []),
  ]
}

function Decide({ proposal, state, action, t }: Props & { action: string }) {
  return (
    <>
      <section className="card stack" aria-labelledby="accept-title">
        <h2 id="accept-title">{t('regrade.accept')}</h2>
        <p className="prose">{t('regrade.acceptLead')}</p>
        <SectionForm
          id="accept"
          action={action}
          fields={[
            { kind: 'hidden', name: 'answer', value: 'accepted' },
            { kind: 'hidden', name: 'proposal', value: proposal.id },
          ]}
          submit={t('regrade.accept')}
          look="primary"
          t={t}
        />
      </section>
      <section className="card stack" aria-labelledby="refuse-title">
        <h2 id="refuse-title">{t('regrade.refuse')}</h2>
        <ReasonForm
          action={action}
          hint={t('regrade.reasonHint')}
          submit={t('regrade.refuse')}
          hidden={{ answer: 'refused', proposal: proposal.id }}
          state={state}
          t={t}
        />
      </section>
    </>
  )
}
