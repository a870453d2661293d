import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { AuditList } from '../ui/audit-list'
import type { Fact } from '../ui/facts'
import type { ShownProposal } from './proposal'
import { groundsOf, nameOrGone } from './proposal-facts'

type Props = { decided: readonly ShownProposal[]; locale: Locale; t: Translator }

/** What was proposed about a certificate before and what became of it, the newest first. */
export function History({ decided, locale, t }: Props) {
  const items = decided.map((proposal) => ({
    id: proposal.id,
    date: formatDateTime(proposal.decidedAt ?? proposal.proposedAt, locale),
    act: `${t(`proposals.act.${proposal.act}`)} · ${t(`proposals.decisions.${proposal.decision ?? 'taken-back'}`)}`,
    facts: [
      ...groundsOf(proposal, locale, t),
      { label: t('proposals.by'), value: nameOrGone(proposal.proposedBy, locale, t) },
      ...outcomeOf(proposal, locale, t),
    ],
  }))
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t('proposals.history')}</h2>
      <AuditList items={items} none={t('proposals.noHistory')} newest={null} older={null} />
    </section>
  )
}

function outcomeOf({ decision, decidedBy, refusalReason }: ShownProposal, locale: Locale, t: Translator): Fact[] {
  if (decision === 'taken-back') return []
  return [
    { label: t('proposals.decidedBy'), value: nameOrGone(decidedBy, locale, t) },
    ...(refusalReason ? [{ label: t('proposals.refusal'), value: <bdi>{refusalReason}</bdi> }] : []),
  ]
}
