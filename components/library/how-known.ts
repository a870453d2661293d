import type { Decision } from '@/domain/library/decision'
import type { Translator } from '@/i18n/translator'

/** What the account of a decision is worth: a judgment known from the press alone is never called sure. */
export function howKnown({ papers, confidence }: Pick<Decision, 'papers' | 'confidence'>, t: Translator): string {
  if (papers === undefined) return t(`library.cases.confidence.${confidence}`)
  return papers === 'several' ? t('library.cases.reportedBySeveral') : t('library.cases.reported', { count: papers })
}
