import type { QuestionKind } from '@/domain/question/question'
import { completing } from './completing'
import { computing } from './computing'
import { marking } from './marking'
import { matching } from './matching'
import { multiple } from './multiple'
import { ordering } from './ordering'
import { ranking } from './ranking'
import { single } from './single'
import { trueFalse } from './true-false'
import type { KindView } from './view'

/** The view of every kind of question: a kind without a view does not compile. */
export const VIEWS: { readonly [K in QuestionKind]: KindView<K> } = {
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

export function viewOf<K extends QuestionKind>({ kind }: { kind: K }): KindView<K> {
  return VIEWS[kind]
}
