import type { Decision } from '@/domain/library/decision'
import type { Translator } from '@/i18n/translator'

type Known = Pick<Decision, 'papers' | 'confidence'>

/** How a decision is known: from the press, which did not give the judgment to read, or from published sources. */
export function HowKnown({ decision, t }: { decision: Known; t: Translator }) {
  return <span className={decision.papers === undefined ? 'how published' : 'how press'}>{howKnown(decision, t)}</span>
}

export function howKnown({ papers, confidence }: Known, t: Translator): string {
  if (papers === undefined) return t(`library.cases.known.${confidence}`)
  return papers === 'several' ? t('library.cases.reportedBySeveral') : t('library.cases.reported', { count: papers })
}
