import type { Decision } from '@/domain/library/decision'
import type { Translator } from '@/i18n/translator'

type Known = Pick<Decision, 'papers' | 'reproduced' | 'confidence'>

/** How a decision is known: only from the press, from a private copy of the judgment, or from published sources. */
export function HowKnown({ decision, t }: { decision: Known; t: Translator }) {
  const published = decision.papers === undefined && !decision.reproduced
  return <span className={published ? 'how published' : 'how press'}>{howKnown(decision, t)}</span>
}

export function howKnown({ papers, reproduced, confidence }: Known, t: Translator): string {
  if (reproduced) return t('library.cases.reproduced')
  if (papers === undefined) return t(`library.cases.known.${confidence}`)
  return papers === 'several' ? t('library.cases.reportedBySeveral') : t('library.cases.reported', { count: papers })
}
