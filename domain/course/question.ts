import { z } from 'zod'
import { matchingSchema } from '../exam/kinds/matching/schema'
import { multipleSchema } from '../exam/kinds/multiple/schema'
import { orderingSchema } from '../exam/kinds/ordering/schema'
import { singleSchema } from '../exam/kinds/single/schema'
import { trueFalseSchema } from '../exam/kinds/true-false/schema'

/** A question with its answer key. It never leaves the server: see `withoutAnswers`. */
export const questionKeySchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  trueFalseSchema,
  matchingSchema,
  orderingSchema,
])
export type QuestionKey = z.infer<typeof questionKeySchema>
export type QuestionKind = QuestionKey['kind']
export type KeyOf<K extends QuestionKind> = Extract<QuestionKey, { kind: K }>
