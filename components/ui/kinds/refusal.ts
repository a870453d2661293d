import type { Answer } from '@/domain/exam/answer'
import type { PublicQuestion } from '@/domain/exam/public-question'
import type { Translator } from '@/i18n/translator'
import { viewOf } from './views'

/** Why an answer cannot be read, in a sentence of its kind; null if there is none. */
export function refusalOf(question: PublicQuestion, answer: Answer | null, t: Translator): string | null {
  return (answer && viewOf(question).refusal?.(question, answer, t)) ?? null
}
