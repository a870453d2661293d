import type { Answer } from '@/domain/question/answer'
import type { PublicQuestion } from '@/domain/question/public-question'
import type { Translator } from '@/i18n/translator'
import { viewOf } from './views'

/** Why an answer cannot be read; null if its kind of question has no sentence for that. */
export function refusalOf(question: PublicQuestion, answer: Answer | null, t: Translator): string | null {
  return (answer && viewOf(question).refusal?.(question, answer, t)) ?? null
}
