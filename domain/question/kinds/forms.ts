import type { QuestionKind } from '../question'
import { choiceForm } from './choice-form'
import { computingForm } from './computing/form'
import type { KindForm } from './form'
import type { AnswerOf } from './kind'
import { matchingForm } from './matching/form'
import { orderingForm } from './ordering/form'
import { rankingForm } from './ranking/form'

/**
 * The form of every kind of question. It is separate from the rules because the browser needs it without their schemas.
 */
export const FORMS: { readonly [K in QuestionKind]: KindForm<AnswerOf<K>> } = {
  single: choiceForm,
  multiple: choiceForm,
  'true-false': choiceForm,
  matching: matchingForm,
  ordering: orderingForm,
  ranking: rankingForm,
  computing: computingForm,
  marking: choiceForm,
  completing: matchingForm,
}

/** The form that has a field of one of these names. */
export function formWith(names: readonly string[]) {
  return Object.values(FORMS).find(({ owns }) => names.some(owns))
}
