import type { ProposalState } from '@/domain/editorial/proposal'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { type Fact, Facts } from '../ui/facts'
import { NameIn } from '../ui/name-in'
import type { BlockLabels } from './block-labels'
import { Comparison, type ShownComparison } from './diff-view'
import { ReviewFrame, type ReviewHead } from './review-frame'

type PartsProps = {
  /** The address of the proposal. */
  address: string
  /** The language whose direction its changes have. */
  language: Locale
  proposal: {
    id: string
    reason: string
    state: ProposalState
    answer: string | null
    proposedAt: Date
    acceptedAt: Date | null
    acceptedBy: Names | null
    decidedAt: Date | null
    decidedBy: Names | null
    function: string
    body: string
  }
  /** `labels`: the blocks of the file; none for a list. */
  changes: readonly { path: string; comparison: ShownComparison; labels: BlockLabels }[]
  /**
   * Which decision she may make: on an open proposal, or on an accepted one not yet in the files. Null on her own, or
   * if none is left.
   */
  decides: 'open' | 'accepted' | null
  own: boolean
  state: FormState
  locale: Locale
  t: Translator
}

type Props = Omit<PartsProps, 'address' | 'language'> & { head: ReviewHead }

/** A proposed wording: what it changes in the files, why, and its acceptance or rejection by somebody else. */
export function ProposalPage({ head, ...parts }: Props) {
  const { proposal, locale, t } = parts
  const address = href(locale, `${head.path}/proposals/${proposal.id}`)
  return (
    <ReviewFrame head={head} view={null} locale={locale} t={t}>
      <ProposalParts {...parts} address={address} language={head.language} />
    </ReviewFrame>
  )
}

export function ProposalParts(props: PartsProps) {
  const { address, language, proposal, changes, decides, own, state, locale, t } = props
  const { reason, answer } = proposal
  return (
    <>
      <section className="card stack" aria-labelledby="proposal">
        <h2 id="proposal">{t('editorial.text.proposedWording')}</h2>
        <Facts
          facts={[
            { label: t('editorial.text.state'), value: t(`editorial.text.proposalStates.${proposal.state}`) },
            { label: t('editorial.text.by'), value: typeset(`${proposal.function}, ${proposal.body}`, locale) },
            { label: t('editorial.text.on'), value: formatDate(proposal.proposedAt, locale) },
            ...decisionFacts(proposal, locale, t),
          ]}
        />
        <p className="text-said" dir="auto">
          {reason}
        </p>
        {answer !== null && (
          <p className="note text-said" dir="auto">
            {answer}
          </p>
        )}
      </section>
      {changes.map(({ path, comparison, labels }) => (
        <section key={path} className="stack-s" aria-label={path}>
          <p className="xs muted" dir="ltr">
            {path}
          </p>
          <Comparison
            comparison={comparison}
            labels={labels}
            before={t('editorial.text.before')}
            language={language}
            locale={locale}
            t={t}
          />
        </section>
      ))}
      {own && proposal.state === 'open' && <p className="note">{t('editorial.text.ownProposal')}</p>}
      {decides && (
        <section className="card stack" aria-label={t('editorial.text.decide')}>
          {decides === 'accepted' && <p>{t('editorial.text.rejectAfterLead')}</p>}
          <Form
            id="decide"
            action={`${address}#decide-problems`}
            fields={decides === 'open' ? decisionFields(t) : rejectionFields(t)}
            submit={t(decides === 'open' ? 'editorial.text.decideNow' : 'editorial.text.rejectAfter')}
            state={state}
            t={t}
          />
        </section>
      )}
    </>
  )
}

/** Who accepted it and who rejected it, each with the day; without a name once there is no account any more. */
function decisionFacts({ state, ...by }: Props['proposal'], locale: Locale, t: Translator): Fact[] {
  const said = (names: Names | null, at: Date) => (
    <>
      {names && (
        <>
          <NameIn names={names} locale={locale} /> ·{' '}
        </>
      )}
      {formatDate(at, locale)}
    </>
  )
  return [
    ...(by.acceptedAt ? [{ label: t('editorial.text.acceptedBy'), value: said(by.acceptedBy, by.acceptedAt) }] : []),
    ...(state === 'rejected' && by.decidedAt
      ? [{ label: t('editorial.text.rejectedBy'), value: said(by.decidedBy, by.decidedAt) }]
      : []),
  ]
}

function decisionFields(t: Translator): Field[] {
  return [
    {
      kind: 'radios',
      name: 'decision',
      label: t('editorial.text.decide'),
      options: (['accept', 'reject'] as const).map((value) => ({
        value,
        label: t(`editorial.text.decisions.${value}`),
      })),
      value: 'accept',
    },
    { kind: 'area', name: 'note', label: t('fields.note'), hint: t('editorial.text.noteHint'), optional: true },
  ]
}

function rejectionFields(t: Translator): Field[] {
  return [
    { kind: 'hidden', name: 'decision', value: 'reject-accepted' },
    { kind: 'area', name: 'note', label: t('fields.note'), hint: t('editorial.text.noteHint') },
  ]
}
