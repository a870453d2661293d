import type { QuestionKind } from '../question'
import { completing } from './completing/rules'
import { computing } from './computing/rules'
import type { Kind } from './kind'
import { marking } from './marking/rules'
import { matching } from './matching/rules'
import { multiple } from './multiple/rules'
import { ordering } from './ordering/rules'
import { ranking } from './ranking/rules'
import { single } from './single/rules'
import { trueFalse } from './true-false/rules'

/** The rules of every kind of question. A missing kind does not compile. */
export const KINDS: { readonly [K in QuestionKind]: Kind<K> } = {
  single,
  multiple,
  'true-false': trueFalse,
  matching,
  ordering,
  ranking,
  computing,
  marking,
  completing,
}

export function kindOf<K extends QuestionKind>({ kind }: { kind: K }): Kind<K> {
  return KINDS[kind]
}
