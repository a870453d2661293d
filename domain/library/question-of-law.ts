import type { Localized } from '../locale'
import type { Decision } from './decision'

/** Up to the last question mark. What follows is a comment, which may tell how the decision ended. */
const QUESTION = /^.*[?؟]/s

/** The question of law that a decision answers; the whole point of law if it is not put as a question. */
export function questionOfLaw({ legalPoint }: Pick<Decision, 'legalPoint'>, locale: keyof Localized): string {
  return QUESTION.exec(legalPoint[locale])?.[0] ?? legalPoint[locale]
}
