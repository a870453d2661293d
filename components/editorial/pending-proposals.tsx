import type { ProposalState } from '@/domain/editorial/proposal'
import type { Locale } from '@/domain/locale'
import { proposalPath, type TextKey } from '@/domain/signoff/text-key'
import { formatDate, type Translator } from '@/i18n/translator'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'

export type PendingProposal = { id: string; summary: string; state: ProposalState; proposedAt: Date }
type Props = {
  /** Of the text that is about to be signed. */
  textKey: TextKey
  language: Locale
  proposals: readonly PendingProposal[]
  locale: Locale
  t: Translator
}

/** What colleagues propose to change in a text, for whoever is about to sign it; nothing if there is no proposal. */
export function PendingProposals({ textKey, language, proposals, locale, t }: Props) {
  if (proposals.length === 0) return null
  return (
    <div className="note warn stack-s">
      <p>{t('editorial.text.pending', { language: LANGUAGE_NAMES[language] })}</p>
      <ul>
        {proposals.map(({ id, summary, state, proposedAt }) => (
          <li key={id}>
            <a href={href(locale, proposalPath(textKey, language, id))} dir="auto">
              {summary}
            </a>{' '}
            <span className="chip">{t(`editorial.text.proposalStates.${state}`)}</span>{' '}
            <span className="xs muted">{formatDate(proposedAt, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
