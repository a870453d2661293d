import type { Decision } from '@/domain/library/decision'
import type { Translator } from '@/i18n/translator'

/** How reliable the account of a decision is. A judgment known from the press alone is never called certain. */
export function howKnown({ papers, confidence }: Pick<Decision, 'papers' | 'confidence'>, t: Translator): string {
  if (papers === undefined) return t(`library.cases.confidence.${confidence}`)
  return papers === 'several' ? t('library.cases.reportedBySeveral') : t('library.cases.reported', { count: papers })
}
