import type { QuestionKind } from '@/domain/course/question'
import { matching } from './matching'
import { multiple } from './multiple'
import { ordering } from './ordering'
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
}

export function viewOf<K extends QuestionKind>({ kind }: { kind: K }): KindView<K> {
  return VIEWS[kind]
}
